package io.github.kling4j.generated;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.github.kling4j.documents.operations.Color;
import io.github.kling4j.documents.operations.Item;
import io.github.kling4j.documents.operations.api.HeadersApi;
import io.github.kling4j.documents.operations.api.HeadersApi.HeadersAndBodyHeaders;
import io.github.kling4j.documents.operations.api.HeadersApi.HeadersHeaders;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import mockwebserver3.RecordedRequest;
import okhttp3.MediaType;
import okhttp3.RequestBody;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Header parameters, which are of the simple style. */
final class HeaderParametersTest {
  private static final Color RGB = Color.builder().r(100).g(200).b(150).build();

  private final Wire<HeadersApi> wire = new Wire<>(HeadersApi.class);

  @AfterEach
  void stop() {
    wire.close();
  }

  @Test
  void aHeaderOfTheOperationTakesThePlaceOfThePathsThoughItsCaseDiffers() throws Exception {
    assertThat(wire.send(api -> api.headers(headers().build())).getHeaders().values("X-Request-ID"))
        .containsExactly("00000000-0000-0001-0000-000000000002");
    assertThatIllegalStateException()
        .isThrownBy(() -> HeadersHeaders.builder().build())
        .withMessageContaining("x-request-id");
  }

  @Test
  void listsAndObjectsAreAsInTheTable() throws Exception {
    assertThat(sent("X-List", headers().xList(List.of("blue", "black"))))
        .containsExactly("blue,black");
    assertThat(sent("X-Object", headers().xObject(RGB))).containsExactly("R,100,G,200,B,150");
    assertThat(sent("X-Object-Exploded", headers().xObjectExploded(RGB)))
        .containsExactly("R=100,G=200,B=150");
  }

  @Test
  void scalarsAreWrittenAsInAQuery() throws Exception {
    assertThat(sent("X-Day", headers().xDay(LocalDate.of(2024, 2, 29))))
        .containsExactly("2024-02-29");
    assertThat(sent("X-Kind", headers().xKind("new"))).containsExactly("new");
    assertThat(sent("X-Number", headers().xNumber(5.0))).containsExactly("5");
  }

  @Test
  void aHeaderThatTheDocumentDoesNotKnowMayTellTheTypeOfTheBody() throws Exception {
    HeadersAndBodyHeaders headers =
        HeadersAndBodyHeaders.builder().xKind("k").parameter("content-type", "text/csv").build();
    Item item = Item.builder().id("1").build();
    RequestBody text = RequestBody.create("1", MediaType.get("text/plain; charset=us-ascii"));

    assertThat(type(wire.send(api -> api.headersAndBody(item, headers)))).isEqualTo("text/csv");
    assertThat(type(wire.send(api -> api.headersAndBody(text, headers)))).isEqualTo("text/csv");
    assertThat(wire.sent().getBody().utf8()).isEqualTo("1");
    assertThat(wire.sent().getHeaders().get("Content-Length")).isEqualTo("1");
    assertThat(
            type(wire.send(api -> api.headers(headers().parameter("Content-Type", "a/b").build()))))
        .isEqualTo("a/b");
  }

  private static String type(RecordedRequest request) {
    return String.join(" and ", request.getHeaders().values("Content-Type"));
  }

  @Test
  void aHeaderIsNotEncoded() throws Exception {
    assertThat(sent("X-Kind", headers().xKind("a b/c&%41+"))).containsExactly("a b/c&%41+");
  }

  @Test
  void aHeaderOfJsonIsJsonWithoutWhatHeadersDoNotTake() throws Exception {
    Color color = Color.builder().additionalProperty("name", "синий 😀").build();

    List<String> sent = sent("X-Json", headers().xJson(color));

    assertThat(sent).hasSize(1).allMatch(each -> each.chars().allMatch(one -> one < 0x7F));
    Json.assertSameTree(sent.get(0), "{\"name\": \"синий 😀\"}");
  }

  @Test
  void whatIsNotSetOrEmptyIsNotSent() throws Exception {
    assertThat(
            wire.send(api -> api.headers(headers().xList(List.of()).xKind((String) null).build()))
                .getHeaders()
                .names())
        .doesNotContain("X-List", "X-Kind");
  }

  @Test
  void whatTheDocumentDoesNotKnowIsSentByName() throws Exception {
    assertThat(sent("X-New", headers().parameter("X-New", List.of(1, 2)))).containsExactly("1,2");
  }

  @Test
  void aValueCannotBringAnotherHeader() {
    HeadersHeaders headers = headers().xKind("a\r\nX-Evil: 1").build();

    assertThatIllegalArgumentException()
        .isThrownBy(() -> wire.send(api -> api.headers(headers)))
        .withMessageContaining("X-Kind");
  }

  private List<String> sent(String name, HeadersHeaders.Builder headers) throws Exception {
    return wire.send(api -> api.headers(headers.build())).getHeaders().values(name);
  }

  private static HeadersHeaders.Builder headers() {
    return HeadersHeaders.builder().xRequestId(new UUID(1, 2));
  }
}
