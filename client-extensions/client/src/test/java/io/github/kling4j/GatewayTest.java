package io.github.kling4j;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.kling4j.auth.Credentials;
import io.github.kling4j.model.TextToVideoRequest;
import io.github.kling4j.retry.RetryPolicy;
import io.github.kling4j.testing.Fixtures;
import io.github.kling4j.testing.Requests;
import io.github.kling4j.testkit.KlingGateway;
import io.github.kling4j.testkit.ReceivedRequest;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class GatewayTest {
  /** What is sent where nothing is set: the other tests name what they change of it. */
  private static final String BODY =
      "{\"model_name\":\"kling-v2-5-turbo\",\"prompt\":\"A beach.\",\"duration\":"
          + Requests.secondsInJson(5)
          + ",\"external_task_id\":\"order-17\"}";

  @ParameterizedTest
  @CsvSource({
    "https://relay.example.com, https://relay.example.com/",
    "https://relay.example.com/, https://relay.example.com/",
    "'  https://relay.example.com\n', https://relay.example.com/",
    "HTTPS://Relay.Example.com, https://relay.example.com/",
    "https://relay.example.com:8443/a/b, https://relay.example.com:8443/a/b/",
    "https://relay.example.com/a/b/, https://relay.example.com/a/b/",
  })
  void anAddressEndsWithASlash(String given, String url) {
    assertThat(Gateway.relay(given).url()).hasToString(url);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "/", "/sub/path", "/sub/path/"})
  void theContractsPathsAreAddedToThatOfTheRelay(String path) throws Exception {
    String prefix = path.replaceAll("/$", "");
    try (MockWebServer server = new MockWebServer()) {
      server.enqueue(Fixtures.json(200, Fixtures.read("create-answer.json")));
      server.enqueue(Fixtures.json(200, Fixtures.read("query-answer-succeed.json")));
      server.enqueue(Fixtures.json(200, "{\"code\":0,\"data\":[]}"));
      server.start();

      use(
          Gateway.relay("http://127.0.0.1:" + server.getPort() + path),
          kling -> {
            kling.textToVideo().create(r -> r.prompt("A beach.")).refresh();
            assertThat(kling.textToVideo().list()).isEmpty();
          });

      assertThat(server.takeRequest().getTarget())
          .isEqualTo(prefix + "/kling/v1/videos/text2video");
      assertThat(server.takeRequest().getTarget())
          .isEqualTo(prefix + "/kling/v1/videos/text2video/814237883686625347");
      assertThat(server.takeRequest().getTarget())
          .startsWith(prefix + "/kling/v1/videos/text2video?");
    }
  }

  @Test
  void theVendorHasOtherPathsAndWantsTheDurationAsAString() {
    try (KlingGateway gateway = KlingGateway.start()) {
      use(
          Gateway.vendor(gateway.url()),
          kling -> {
            kling.textToVideo().create(r -> r.prompt("A beach.").duration(10)).refresh();
            assertThat(kling.textToVideo().list()).hasSize(1);
          });

      String id = gateway.paidTasks().get(0);
      assertThat(gateway.requests())
          .extracting(ReceivedRequest::path)
          .containsExactly(
              "/v1/videos/text2video", "/v1/videos/text2video/" + id, "/v1/videos/text2video");
      assertThat(gateway.lastCreateBody()).containsEntry("duration", "10");
      assertThat(gateway.createRequests().get(0).body()).containsOnlyOnce("duration");
    }
  }

  @Test
  void theVendorsPathsAreRightBelowASubPathToo() throws Exception {
    try (MockWebServer server = new MockWebServer()) {
      server.enqueue(Fixtures.json(200, Fixtures.read("create-answer.json")));
      server.start();

      use(
          Gateway.vendor("http://127.0.0.1:" + server.getPort() + "/kling/proxy"),
          kling -> kling.textToVideo().create(r -> r.prompt("A beach.")));

      RecordedRequest create = server.takeRequest();
      assertThat(create.getTarget()).isEqualTo("/kling/proxy/v1/videos/text2video");
      assertThat(create.getBody().utf8()).contains("\"duration\":\"5\"");
    }
  }

  @Test
  void aDurationThatTheCallerWritesItselfIsLeftAlone() {
    try (KlingGateway gateway = KlingGateway.start()) {
      use(
          Gateway.vendor(gateway.url()),
          kling ->
              kling
                  .textToVideo()
                  .create(r -> r.prompt("A beach.").additionalProperty("duration", 7)));

      assertThat(gateway.lastCreateBody()).containsEntry("duration", 7L);
    }
  }

  @Test
  void aRelayNeedsNothingUnlessItIsSaid() {
    assertThat(sent(relay -> relay)).isEqualTo(BODY);
    assertThat(sent(Gateway::allowPlainHttp)).isEqualTo(BODY);
    assertThat(sent(relay -> relay.withNeeds(" , "))).isEqualTo(BODY);
  }

  @Test
  void aRelayMayNeedTheDurationAsAString() {
    assertThat(sent(Gateway::durationAsString))
        .isEqualTo(
            "{\"model_name\":\"kling-v2-5-turbo\",\"prompt\":\"A beach.\","
                + "\"external_task_id\":\"order-17\",\"duration\":\"5\"}");
    assertThat(sent(Gateway::durationAsString, r -> r.additionalProperty("duration", 7)))
        .contains("\"duration\":7");
  }

  @Test
  void aRelayMayNeedTheModelUnderBothNames() {
    assertThat(sent(Gateway::duplicateModel))
        .isEqualTo(BODY.replace("}", ",\"model\":\"kling-v2-5-turbo\"}"));
    assertThat(sent(Gateway::duplicateModel, r -> r.modelName("kling-v4")))
        .contains("\"model_name\":\"kling-v4\"", "\"model\":\"kling-v4\"");
    assertThat(sent(Gateway::duplicateModel, r -> r.additionalProperty("model_name", "v5")))
        .contains("\"model_name\":\"v5\"", "\"model\":\"v5\"");
    assertThat(sent(Gateway::duplicateModel, r -> r.additionalProperty("model", "own")))
        .contains("\"model_name\":\"kling-v2-5-turbo\"")
        .containsOnlyOnce("\"model\":\"own\"");
  }

  @Test
  void aRelayMayNeedTheAspectRatioToBeSaid() {
    assertThat(sent(Gateway::explicitAspectRatio))
        .isEqualTo(BODY.replace(",\"external", ",\"aspect_ratio\":\"16:9\",\"external"));
    assertThat(sent(Gateway::explicitAspectRatio, r -> r.aspectRatio("1:1")))
        .containsOnlyOnce("\"aspect_ratio\":\"1:1\"");
    assertThat(sent(Gateway::explicitAspectRatio, r -> r.additionalProperty("aspect_ratio", 1)))
        .containsOnlyOnce("\"aspect_ratio\":1");
  }

  @Test
  void aRelayMayNeedThatNoExternalIdIsSent() {
    String without = BODY.replace(",\"external_task_id\":\"order-17\"", "");

    assertThat(sent(Gateway::withoutExternalTaskId)).isEqualTo(without);
    assertThat(sent(Gateway::withoutExternalTaskId, r -> r.externalTaskId(null)))
        .isEqualTo(without);
    assertThat(
            sent(Gateway::withoutExternalTaskId, r -> r.additionalProperty("external_task_id", 7)))
        .isEqualTo(without);
  }

  @Test
  void needsAddUpInAnyOrder() {
    String all =
        "{\"model_name\":\"kling-v2-5-turbo\",\"prompt\":\"A beach.\",\"aspect_ratio\":\"16:9\","
            + "\"duration\":\"5\",\"model\":\"kling-v2-5-turbo\"}";

    assertThat(
            sent(
                relay ->
                    relay
                        .withoutExternalTaskId()
                        .explicitAspectRatio()
                        .allowPlainHttp()
                        .duplicateModel()
                        .durationAsString()))
        .isEqualTo(all);
    assertThat(
            sent(
                relay ->
                    relay.withNeeds(
                        "duration-as-string, Duplicate-Model,explicit-aspect-ratio"
                            + " ,no-external-task-id,")))
        .isEqualTo(all);
  }

  @Test
  void aNeedIsOfANewGatewayOnly() {
    assertThat(
            sent(
                relay -> {
                  assertThat(relay.duplicateModel().withoutExternalTaskId()).isNotSameAs(relay);
                  return relay;
                }))
        .isEqualTo(BODY);
  }

  @Test
  void theVendorMayHaveNeedsToo() {
    Gateway vendor = Gateway.vendor(Gateway.Region.SINGAPORE).duplicateModel();
    TextToVideoRequest request =
        TextToVideoRequest.builder().modelName("kling-v3").prompt("A beach.").duration(10).build();

    assertThat(vendor.adapt(request).additionalProperties())
        .containsOnly(Map.entry("duration", "10"), Map.entry("model", "kling-v3"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"duration_as_string", "duration-as-string;duplicate-model", "all", "-"})
  void anUnknownNeedIsRefusedWithTheKnownOnes(String words) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Gateway.relay("https://relay.example.com").withNeeds(words))
        .withMessageContainingAll(
            "KLING_RELAY_NEEDS",
            '"' + words + '"',
            "duration-as-string, duplicate-model, explicit-aspect-ratio, no-external-task-id");
  }

  @ParameterizedTest
  @EnumSource(Gateway.Region.class)
  void aRegionIsAnAddressOfTheVendor(Gateway.Region region) {
    assertThat(Gateway.vendor(region).url().isHttps()).isTrue();
    assertThat(Gateway.vendor(region).url().host()).endsWith(".klingai.com");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "  ", "\n"})
  void aBlankAddressIsRefused(String url) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Gateway.relay(url))
        .withMessageContainingAll("blank", "KLING_BASE_URL", "Gateway.relay");
  }

  @ParameterizedTest
  @ValueSource(strings = {"relay.example.com", "localhost:8080", "//relay.example.com", "ftp://x"})
  void anAddressWithoutHttpBeforeItIsRefused(String url) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Gateway.relay(url))
        .withMessageContainingAll("https://", "KLING_BASE_URL", "Gateway.relay");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://",
        "https://a b.example.com",
        "https://relay.example.com:99999",
        "https://relay.example.com/?key=1",
        "https://relay.example.com?",
        "https://relay.example.com/#top"
      })
  void whatIsNoBaseAddressIsRefused(String url) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Gateway.relay(url))
        .withMessageContaining("KLING_BASE_URL");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://relay.example.com/kling/v1/videos/text2video",
        "https://relay.example.com/v1/videos/text2video/",
      })
  void aWholeEndpointIsRefused(String url) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Gateway.relay(url))
        .withMessageContaining("/kling/v1/videos");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://user:hunter2@relay.example.com",
        "https://hunter2@relay.example.com",
        "https://user:hunter2@relay.example.com/?x",
        "https://user:a@hunter2@relay.example.com/?x",
        "https://user:a/hunter2@relay.example.com/?x",
        "user:hunter2@relay.example.com",
        "https://relay.example.com/?key=hunter2",
        "https://relay.example.com/#hunter2",
        "sk-hunter2",
      })
  void noSecretInAnAddressIsShown(String url) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Gateway.relay(url))
        .satisfies(e -> assertThat(e.getMessage()).doesNotContain("hunter2"));
  }

  @Test
  void aUserNameInAnAddressIsRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Gateway.relay("https://user:hunter2@relay.example.com"))
        .withMessageContainingAll("relay.example.com", "user name");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://relay.example.com",
        "http://192.168.0.7:8080",
        "http://127.0.0.1.example.com",
        "http://localhost.example.com"
      })
  void plainHttpToAnotherMachineIsRefusedUnlessAllowed(String url) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> client(Gateway.relay(url)))
        .withMessageContainingAll(url, "https://", "allowPlainHttp");

    client(Gateway.relay(url).allowPlainHttp()).close();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"http://localhost:1", "http://127.0.0.1", "http://[::1]:8", "http://127.9.9.9"})
  void plainHttpToThisMachineIsAllowed(String url) {
    client(Gateway.relay(url)).close();
  }

  @Test
  void allowingPlainHttpChangesNothingElse() {
    Gateway vendor = Gateway.vendor(Gateway.Region.BEIJING).allowPlainHttp();

    assertThat(vendor.url()).isEqualTo(Gateway.vendor(Gateway.Region.BEIJING).url());
    assertThat(vendor).hasToString("Gateway{https://api-beijing.klingai.com/}");
  }

  @Test
  void anAddressIsNeeded() {
    assertThatThrownBy(() -> Gateway.relay(null)).isInstanceOf(NullPointerException.class);
  }

  private static String sent(UnaryOperator<Gateway> needs) {
    return sent(needs, r -> {});
  }

  /** Returns the body of a create as the relay receives it. */
  private static String sent(
      UnaryOperator<Gateway> needs, Consumer<TextToVideoRequest.Builder> request) {
    try (KlingGateway gateway = KlingGateway.start()) {
      use(
          needs.apply(Gateway.relay(gateway.url())),
          kling ->
              kling
                  .textToVideo()
                  .create(r -> request.accept(r.prompt("A beach.").externalTaskId("order-17"))));
      return gateway.createRequests().get(0).body();
    }
  }

  private static void use(Gateway gateway, Consumer<KlingClient> what) {
    try (KlingClient kling = client(gateway)) {
      what.accept(kling);
    }
  }

  private static KlingClient client(Gateway gateway) {
    return KlingClient.builder()
        .gateway(gateway)
        .credentials(Credentials.apiKey("sk-test"))
        .retryPolicy(RetryPolicy.never())
        .build();
  }
}
