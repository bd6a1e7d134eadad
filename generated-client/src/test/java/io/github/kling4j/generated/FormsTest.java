package io.github.kling4j.generated;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.github.kling4j.documents.operations.Color;
import io.github.kling4j.documents.operations.Nested;
import io.github.kling4j.documents.operations.api.FormsApi;
import io.github.kling4j.documents.operations.api.FormsApi.SendFormForm;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import mockwebserver3.RecordedRequest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Forms, {@code application/x-www-form-urlencoded}. */
final class FormsTest {
  private static final Color RGB = Color.builder().r(100).g(200).b(150).build();

  private final Wire<FormsApi> wire = new Wire<>(FormsApi.class);

  @AfterEach
  void stop() {
    wire.close();
  }

  @Test
  void aFormSaysWhatItIs() throws Exception {
    RecordedRequest sent = wire.send(api -> api.sendForm(form().build()));

    assertThat(sent.getMethod()).isEqualTo("POST");
    assertThat(sent.getHeaders().values("Content-Type"))
        .containsExactly("application/x-www-form-urlencoded");
    assertThat(sent.getBody().utf8()).isEqualTo("name=n");
  }

  @Test
  void aRequiredFieldIsAskedForByName() {
    assertThatIllegalStateException()
        .isThrownBy(() -> SendFormForm.builder().build())
        .withMessageContaining("SendFormForm needs name");
  }

  @Test
  void scalarsAreWrittenAsInAQuery() throws Exception {
    assertThat(
            fields(
                form().amount(5.0).kind("big one").day(LocalDate.of(2024, 2, 29)).kind("big one")))
        .containsExactly("name=n", "amount=5", "kind=big one", "day=2024-02-29");
  }

  @Test
  void noCharacterOfAValueIsTakenForADelimiter() throws Exception {
    String body =
        wire.send(api -> api.sendForm(SendFormForm.builder().name("a&b=c+d %😀").build()))
            .getBody()
            .utf8();

    assertThat(body).startsWith("name=").doesNotContain("&", " ");
    assertThat(URLDecoder.decode(body.substring("name=".length()), StandardCharsets.UTF_8))
        .isEqualTo("a&b=c+d %😀");
  }

  @Test
  void aListIsAFieldForEachItemUnlessTheDocumentJoinsIt() throws Exception {
    assertThat(fields(form().tags(List.of("a", "b")).joined(List.of("c", "d"))))
        .containsExactly("name=n", "tags=a", "tags=b", "joined=c,d");
    assertThat(fields(form().tags(List.of()).joined(List.of()))).containsExactly("name=n");
  }

  /** See "Encoding x-www-form-urlencoded with JSON values" of OpenAPI 3.1.1. */
  @Test
  void anObjectIsJsonUnlessTheDocumentSaysOtherwise() throws Exception {
    assertThat(fields(form().color(RGB)))
        .containsExactly("name=n", "color={\"R\":100,\"G\":200,\"B\":150}");
    assertThat(fields(form().flat(RGB))).containsExactly("name=n", "R=100", "G=200", "B=150");
    assertThat(fields(form().deep(RGB)))
        .containsExactly("name=n", "deep[R]=100", "deep[G]=200", "deep[B]=150");
  }

  @Test
  void aDeepObjectGoesAsDeepAsItIs() throws Exception {
    Nested nested =
        Nested.builder().color(Color.builder().r(1).build()).tags(List.of("a", "b")).build();

    assertThat(fields(form().nested(nested)))
        .containsExactly("name=n", "nested[color][R]=1", "nested[tags][0]=a", "nested[tags][1]=b");
  }

  @Test
  void whatTheDocumentDoesNotKnowIsSentByName() throws Exception {
    assertThat(fields(form().parameter("new", List.of(1, 2)).parameter("none", null)))
        .containsExactly("name=n", "new=1", "new=2");
  }

  @Test
  void aFormCanBeSentTwice() throws Exception {
    SendFormForm form = form().build();

    assertThat(wire.send(api -> api.sendForm(form)).getBody())
        .isEqualTo(wire.send(api -> api.sendForm(form)).getBody());
  }

  private List<String> fields(SendFormForm.Builder form) throws Exception {
    String body = wire.send(api -> api.sendForm(form.build())).getBody().utf8();
    return Arrays.stream(body.split("&"))
        .map(each -> URLDecoder.decode(each, StandardCharsets.UTF_8))
        .toList();
  }

  private static SendFormForm.Builder form() {
    return SendFormForm.builder().name("n");
  }
}
