package io.github.kling4j.generated;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.kling4j.documents.operations.Color;
import io.github.kling4j.documents.operations.Item;
import io.github.kling4j.documents.operations.api.BodiesApi;
import io.github.kling4j.documents.operations.api.BodiesApi.SendManyTypesForm;
import io.github.kling4j.documents.operations.api.BodiesApi.SendManyTypesParts;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import mockwebserver3.RecordedRequest;
import okhttp3.MediaType;
import okhttp3.RequestBody;
import okio.ByteString;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import retrofit2.Call;

/** Bodies that are JSON, and the other bodies and methods beside them. */
final class JsonBodiesTest {
  private static final Item ITEM =
      Item.builder().id("1").day(LocalDate.of(2024, 2, 29)).size(2.5).build();
  private static final String ITEM_JSON = "{\"id\":\"1\",\"day\":\"2024-02-29\",\"size\":2.5}";

  private final Wire<BodiesApi> wire = new Wire<>(BodiesApi.class);

  @AfterEach
  void stop() {
    wire.close();
  }

  @Test
  void aModelIsAnObject() throws Exception {
    assertSent("POST", "application/json", ITEM_JSON, api -> api.sendModel(ITEM));
  }

  @Test
  void modelsAreAList() throws Exception {
    assertSent(
        "PUT",
        "application/json",
        '[' + ITEM_JSON + ',' + ITEM_JSON + ']',
        api -> api.sendModels(List.of(ITEM, ITEM)));
    assertSent("PUT", "application/json", "[]", api -> api.sendModels(List.of()));
  }

  @Test
  void aMapIsAnObjectOfExactNumbers() throws Exception {
    assertSent(
        "POST",
        "application/json",
        "{\"a\":12345678901234567890.10}",
        api -> api.sendMap(Map.of("a", new BigDecimal("12345678901234567890.10"))));
  }

  @Test
  void aScalarIsABody() throws Exception {
    assertSent("POST", "application/json", "2.5", api -> api.sendNumber(2.5));
    assertSent("POST", "application/json", "\"a \\\"b\\\"\"", api -> api.sendText("a \"b\""));
  }

  @Test
  void datesOfAListAreDates() throws Exception {
    assertSent(
        "POST",
        "application/json",
        "[\"2024-02-29\"]",
        api -> api.sendDates(List.of(LocalDate.of(2024, 2, 29))));
  }

  @Test
  void aMediaTypeThatEndsInJsonIsSentAsItself() throws Exception {
    assertSent("PATCH", "application/merge-patch+json", ITEM_JSON, api -> api.patchItem(ITEM));
    assertSent("POST", "application/vnd.x+json", ITEM_JSON, api -> api.sendVendor(ITEM));
  }

  @Test
  void aNullOfAPatchIsSent() throws Exception {
    Item patch = Item.builder().id("1").additionalProperty("day", null).build();

    assertSent(
        "PATCH",
        "application/merge-patch+json",
        "{\"id\":\"1\",\"day\":null}",
        api -> api.patchItem(patch));
  }

  @Test
  void anyMediaTypeIsJson() throws Exception {
    assertSent("POST", "application/json", ITEM_JSON, api -> api.sendAnyType(ITEM));
  }

  @Test
  void anOptionalBodyMayBeMissing() throws Exception {
    assertSent("POST", "application/json", ITEM_JSON, api -> api.sendOptional(ITEM));

    RecordedRequest sent = wire.send(BodiesApi::sendOptional);
    assertThat(sent.getBodySize()).isZero();
    assertThat(sent.getHeaders().get("Content-Type")).isNull();
  }

  @Test
  void bodiesAndAnswersMayStandInComponents() throws Exception {
    Item answer = wire.answer(ITEM_JSON, api -> api.sendShared(ITEM)).body();

    assertThat(answer).isEqualTo(ITEM);
    assertThat(wire.sent().getBody().utf8()).isEqualTo(ITEM_JSON);
  }

  @Test
  void eachMediaTypeOfAnOperationIsAMethod() throws Exception {
    assertSent("POST", "application/json", ITEM_JSON, api -> api.sendManyTypes(ITEM));
    assertSent(
        "POST",
        "application/json-patch+json",
        "[{\"R\":1}]",
        api -> api.sendManyTypes(List.of(Color.builder().r(1).build())));
    assertSent(
        "POST",
        "application/x-www-form-urlencoded",
        "id=1",
        api -> api.sendManyTypes(SendManyTypesForm.builder().id("1").build()));
    assertThat(
            wire.send(api -> api.sendManyTypes(SendManyTypesParts.builder().id("1").build()))
                .getHeaders()
                .get("Content-Type"))
        .startsWith("multipart/form-data; boundary=");
    assertSent(
        "POST",
        "application/xml",
        "<item/>",
        api ->
            api.sendManyTypes(
                RequestBody.create(
                    ByteString.encodeUtf8("<item/>"), MediaType.get("application/xml"))));
  }

  @Test
  void aDeleteMayHaveABody() throws Exception {
    assertSent("DELETE", "application/json", "[\"a\"]", api -> api.deleteMany(List.of("a")));
  }

  @Test
  void everyMethodIsSent() throws Exception {
    assertThat(wire.send(BodiesApi::headOfIt).getMethod()).isEqualTo("HEAD");
    assertThat(wire.send(BodiesApi::optionsOfIt).getMethod()).isEqualTo("OPTIONS");
    RecordedRequest trace = wire.send(BodiesApi::traceOfIt);
    assertThat(trace.getMethod()).isEqualTo("TRACE");
    assertThat(trace.getBodySize()).isZero();
  }

  private void assertSent(
      String method, String mediaType, String body, Function<BodiesApi, Call<?>> request)
      throws Exception {
    RecordedRequest sent = wire.send(request);
    assertThat(sent.getMethod()).isEqualTo(method);
    assertThat(sent.getHeaders().values("Content-Type")).containsExactly(mediaType);
    assertThat(sent.getBody().utf8()).isEqualTo(body);
  }
}
