package io.github.kling4j.spec;

import static io.github.kling4j.spec.ContractWalker.child;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

final class OperationsTest {
  private static final String TASKS = "/kling/v1/videos/text2video";
  private static final String TASK = "/kling/v1/videos/text2video/{task_id}";
  private static final Contract CONTRACT = Contracts.current();

  /** The client calls them by these names; others may stand beside them. */
  @Test
  void theOperationsOfTheRelayPageAreThere() {
    Map<String, String> operations = new LinkedHashMap<>();
    operations()
        .forEach(
            (place, operation) -> operations.put(place, operation.get("operationId").asString()));

    assertThat(operations)
        .containsAllEntriesOf(
            Map.of(
                "post " + TASKS, "createTextToVideo",
                "get " + TASKS, "listTextToVideo",
                "get " + TASK, "getTextToVideo"));
  }

  @Test
  void theOperationsOfTheRelayPageHaveTheTagTextToVideo() {
    Map<String, JsonNode> operations = operations();
    operations.keySet().removeIf(place -> !place.contains("/text2video"));

    assertThat(operations)
        .hasSizeGreaterThanOrEqualTo(3)
        .allSatisfy(
            (place, operation) ->
                assertThat(operation.get("tags")).isEqualTo(Contract.tree("[TextToVideo]")));
  }

  /** An interface is made of each tag that is described, with the operations that name it. */
  @Test
  void everyOperationHasOneTagThatIsDescribed() {
    List<String> described = new ArrayList<>();
    child(CONTRACT.root(), "tags").forEach(tag -> described.add(tag.get("name").asString()));

    assertThat(operations())
        .allSatisfy(
            (place, operation) -> {
              assertThat(child(operation, "tags")).as(place).hasSize(1);
              assertThat(described).contains(operation.get("tags").get(0).asString());
            });
  }

  /** The README's request; only the types of its values follow upstream. */
  @Test
  void theFirstExampleOfARequestIsThatOfTheRelayPage() {
    JsonNode examples = operation(TASKS, "post").at("/requestBody/content/application~1json");
    JsonNode example = child(examples, "examples").iterator().next().get("value");

    assertThat(example.propertyNames()).containsExactly("model_name", "prompt", "duration");
    assertThat(example.get("model_name").asString()).isEqualTo("kling-v2-5-turbo");
    assertThat(example.get("prompt").asString()).isEqualTo("在海滩上度假的快乐场景。");
    assertThat(example.get("duration").asString()).isEqualTo("5");
  }

  @Test
  void theExampleOfACreatesAnswerIsThatOfTheRelayPage() {
    JsonNode answer = operation(TASKS, "post").at("/responses/200/content/application~1json");
    JsonNode example = answer.at("/examples/relayPage/value");

    assertThat(example.propertyNames()).containsExactly("code", "message", "request_id", "data");
    assertThat(example.at("/code").asString()).isEqualTo("0");
    assertThat(example.at("/data/task_id").asString()).isEqualTo("814237883686625347");
    assertThat(example.at("/data/task_status").asString()).isEqualTo("submitted");
    assertThat(example.at("/data/created_at").asString()).isEqualTo("1762157958060");
  }

  /**
   * The relay page lists nine properties and sends three. What a server newly asks for is marked
   * {@code x-required}: in this list it would keep callers that leave it out from building at all.
   */
  @Test
  void noMoreThanModelAndPromptIsRequiredOfARequest() {
    List<String> required = new ArrayList<>();
    child(CONTRACT.schema("TextToVideoRequest"), "required")
        .forEach(name -> required.add(name.asString()));

    assertThat(List.of("model_name", "prompt")).containsAll(required);
  }

  /** Without its id a task that was paid for would be lost. */
  @Test
  void theIdOfATaskIsRequiredOfAnAnswer() {
    assertThat(CONTRACT.schema("Task").get("required")).isEqualTo(Contract.tree("[task_id]"));
  }

  @Test
  void aCallbacksBodyIsATaskWithoutEnvelope() {
    JsonNode callback = child(operation(TASKS, "post"), "callbacks").iterator().next();
    JsonNode body = child(callback.iterator().next().get("post"), "requestBody");

    assertThat(body.at("/content/application~1json/schema/$ref").asString())
        .isEqualTo("#/components/schemas/Task");
  }

  /**
   * The table of errors stands twice in the contract: by code and by HTTP status. A code that was
   * only named has neither.
   */
  @Test
  void everyErrorCodeHasAnExampleUnderTheHttpStatusThatItsDescriptionNames() {
    Map<Integer, String> described = new TreeMap<>();
    JsonNode codes = CONTRACT.schema("ErrorCode");
    for (int i = 0; i < codes.get("enum").size(); i++) {
      String description = codes.get("x-enum-descriptions").get(i).asString();
      if (description.startsWith("HTTP ")) {
        described.put(codes.get("enum").get(i).asInt(), description.replaceFirst("\\..*", ""));
      }
    }
    Map<Integer, String> shown = new TreeMap<>(Map.of(0, "HTTP 200"));
    child(operation(TASKS, "post"), "responses")
        .forEachEntry(
            (status, response) ->
                child(CONTRACT.resolve(response).at("/content/application~1json"), "examples")
                    .forEach(
                        example -> {
                          JsonNode code = child(example.get("value"), "code");
                          if (code.isInt() && !status.equals("default")) {
                            shown.put(code.asInt(), "HTTP " + status);
                          }
                        }));

    assertThat(shown).isEqualTo(described).hasSizeGreaterThanOrEqualTo(22);
  }

  @Test
  void everyOperationDescribesTheSameErrors() {
    JsonNode create = child(operation(TASKS, "post"), "responses");
    for (JsonNode other :
        new JsonNode[] {
          child(operation(TASKS, "get"), "responses"), child(operation(TASK, "get"), "responses")
        }) {
      assertThat(other.propertyNames()).containsExactlyElementsOf(create.propertyNames());
      create.forEachEntry(
          (status, response) -> {
            if (!status.equals("200")) {
              assertThat(other.get(status)).isEqualTo(response);
            }
          });
    }
  }

  /** Returns all operations by their method and path. */
  private static Map<String, JsonNode> operations() {
    Map<String, JsonNode> operations = new LinkedHashMap<>();
    child(CONTRACT.root(), "paths")
        .forEachEntry(
            (path, item) ->
                item.forEachEntry(
                    (method, operation) -> operations.put(method + " " + path, operation)));
    return operations;
  }

  private static JsonNode operation(String path, String method) {
    return CONTRACT.root().get("paths").get(path).get(method);
  }
}
