package io.github.kling4j.generated;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.kling4j.documents.videos.GenerationMode;
import io.github.kling4j.documents.videos.TextToVideoRequest;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Properties that a caller sets by their name in JSON. */
final class AdditionalPropertyTest {
  static Stream<Arguments> values() {
    return Stream.of(
        Arguments.of("text", "\"text\""),
        Arguments.of(true, "true"),
        Arguments.of(1, "1"),
        Arguments.of((byte) 1, "1"),
        Arguments.of(Long.MIN_VALUE, "-9223372036854775808"),
        Arguments.of(0.1, "0.1"),
        Arguments.of(0.1f, "0.1"),
        Arguments.of(1e300, "1.0E+300"),
        Arguments.of(new BigDecimal("1.50"), "1.50"),
        Arguments.of(new BigDecimal("1e400"), "1E+400"),
        Arguments.of(BigInteger.TWO.pow(1200), BigInteger.TWO.pow(1200).toString()),
        Arguments.of(new AtomicInteger(7), "7"),
        Arguments.of(List.of(), "[]"),
        Arguments.of(Arrays.asList("a", null, 2, List.of(false)), "[\"a\",null,2,[false]]"),
        Arguments.of(Map.of("a", Map.of("b", List.of(1.5))), "{\"a\":{\"b\":[1.5]}}"),
        Arguments.of(null, "null"));
  }

  @ParameterizedTest(name = "{1}")
  @MethodSource("values")
  void aPropertyThatTheContractDoesNotKnowIsSent(Object value, String json) {
    TextToVideoRequest request = request().additionalProperty("x", value).build();

    assertThat(Json.write(TextToVideoRequest.class, request))
        .isEqualTo("{\"model_name\":\"m\",\"prompt\":\"p\",\"x\":" + json + "}");
  }

  @ParameterizedTest(name = "{1}")
  @MethodSource("values")
  void whatWasSentIsReadAsTheSameObject(Object value, String json) {
    TextToVideoRequest request = request().additionalProperty("x", value).build();
    String written = Json.write(TextToVideoRequest.class, request);

    assertThat(Json.read(TextToVideoRequest.class, written)).isEqualTo(request);
  }

  @Test
  void aNullInsideAMapIsSent() {
    Map<String, Object> value = new HashMap<>();
    value.put("seed", null);

    assertThat(
            Json.write(TextToVideoRequest.class, request().additionalProperty("x", value).build()))
        .endsWith("\"x\":{\"seed\":null}}");
  }

  @Test
  void aNullForANameThatTheContractKnowsIsSent() {
    TextToVideoRequest request =
        request()
            .mode("std")
            .additionalProperty("mode", null)
            .additionalProperty("prompt", null)
            .build();

    assertThat(request.mode()).isNull();
    assertThat(Json.write(TextToVideoRequest.class, request))
        .isEqualTo("{\"model_name\":\"m\",\"mode\":null,\"prompt\":null}");
  }

  @Test
  void ofTwoWaysToSetAPropertyTheLastCounts() {
    TextToVideoRequest byName = request().duration(5).additionalProperty("duration", "5").build();
    TextToVideoRequest typed = request().additionalProperty("duration", "5").duration(5).build();
    TextToVideoRequest neither =
        request().additionalProperty("mode", "std").mode((GenerationMode) null).build();

    assertThat(byName.duration()).isNull();
    assertThat(Json.write(TextToVideoRequest.class, byName)).endsWith("\"duration\":\"5\"}");
    assertThat(Json.write(TextToVideoRequest.class, typed)).endsWith("\"duration\":5}");
    assertThat(typed.additionalProperties()).isEmpty();
    assertThat(neither).isEqualTo(request().build());
  }

  @Test
  void aRequiredPropertySetByItsNameIsSet() {
    TextToVideoRequest request =
        TextToVideoRequest.builder()
            .additionalProperty("model_name", List.of("a"))
            .additionalProperty("prompt", 7)
            .build();

    assertThat(Json.write(TextToVideoRequest.class, request))
        .isEqualTo("{\"model_name\":[\"a\"],\"prompt\":7}");
  }

  static Stream<Object> unsupported() {
    return Stream.of(
        Duration.ofSeconds(5),
        Optional.of("x"),
        Arguments.of((Object) new String[] {"a"}),
        'c',
        Thread.State.NEW,
        Double.NaN,
        Float.NEGATIVE_INFINITY,
        List.of(Duration.ZERO),
        Map.of("a", List.of(new Object())));
  }

  @ParameterizedTest
  @MethodSource("unsupported")
  void aValueThatJsonCannotSayIsRefusedAndThePropertyNamed(Object value) {
    TextToVideoRequest.Builder builder = request();

    assertThatIllegalArgumentException()
        .isThrownBy(() -> builder.additionalProperty("sound_effect", value))
        .withMessageContaining("sound_effect");
    assertThat(builder.build()).isEqualTo(request().build());
  }

  @Test
  void aListOrMapIsCopied() {
    List<Object> list = new ArrayList<>(List.of(1));
    Map<String, Object> map = new HashMap<>(Map.of("list", list));
    TextToVideoRequest request = request().additionalProperty("x", map).build();
    list.add(2);
    map.clear();

    assertThat(request.additionalProperties()).hasToString("{x={list=[1]}}");
  }

  private static TextToVideoRequest.Builder request() {
    return TextToVideoRequest.builder().modelName("m").prompt("p");
  }
}
