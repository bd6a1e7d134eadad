package io.github.kling4j.spec;

import static io.github.kling4j.spec.ContractWalker.child;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

final class OperationsTest {
  private static final String TASKS = "/kling/v1/videos/text2video";
  private static final String TASK = "/kling/v1/videos/text2video/{task_id}";
  private static final Contract CONTRACT = Contracts.current();

  @Test
  void theOperationsAreThoseOfTheRelayPage() {
    Map<String, String> operations = new LinkedHashMap<>();
    child(CONTRACT.root(), "paths")
        .forEachEntry(
            (path, item) ->
                item.forEachEntry(
                    (method, operation) ->
                        operations.put(
                            method + " " + path, operation.get("operationId").asString())));

    assertThat(operations)
        .containsExactlyInAnyOrderEntriesOf(
            Map.of(
                "post " + TASKS, "createTextToVideo",
                "get " + TASKS, "listTextToVideo",
                "get " + TASK, "getTextToVideo"));
  }

  @Test
  void everyOperationHasTheTagTextToVideo() {
    child(CONTRACT.root(), "paths")
        .forEach(
            item ->
                item.forEach(
                    operation ->
                        assertThat(operation.get("tags"))
                            .isEqualTo(Contract.tree("[TextToVideo]"))));
  }

  @Test
  void theFirstExampleOfARequestIsThatOfTheRelayPage() {
    JsonNode examples = operation(TASKS, "post").at("/requestBody/content/application~1json");

    assertThat(child(examples, "examples").iterator().next().get("value"))
        .isEqualTo(
            Contract.tree(
                """
                {
                  "model_name": "kling-v2-5-turbo",
                  "prompt": "在海滩上度假的快乐场景。",
                  "duration": 5
                }
                """));
  }

  @Test
  void theExampleOfACreatesAnswerIsThatOfTheRelayPage() {
    JsonNode answer = operation(TASKS, "post").at("/responses/200/content/application~1json");

    assertThat(answer.at("/examples/relayPage/value"))
        .isEqualTo(
            Contract.tree(
                """
                {
                  "code": 0,
                  "message": "SUCCEED",
                  "request_id": "795f5ea4-7746-4e3a-a184-75d44240f87f",
                  "data": {
                    "task_id": "814237883686625347",
                    "task_status": "submitted",
                    "task_info": {},
                    "created_at": 1762157958060,
                    "updated_at": 1762157958060
                  }
                }
                """));
  }

  @Test
  void onlyModelAndPromptAreRequiredOfARequest() {
    assertThat(CONTRACT.schema("TextToVideoRequest").get("required"))
        .isEqualTo(Contract.tree("[model_name, prompt]"));
  }

  @Test
  void aCallbacksBodyIsATaskWithoutEnvelope() {
    JsonNode callback = child(operation(TASKS, "post"), "callbacks").iterator().next();
    JsonNode body = child(callback.iterator().next().get("post"), "requestBody");

    assertThat(body.at("/content/application~1json/schema/$ref").asString())
        .isEqualTo("#/components/schemas/Task");
  }

  /** The table of errors stands twice in the contract: by code and by HTTP status. */
  @Test
  void everyErrorCodeHasAnExampleUnderTheHttpStatusThatItsDescriptionNames() {
    Map<Integer, String> described = new TreeMap<>();
    JsonNode codes = CONTRACT.schema("ErrorCode");
    for (int i = 0; i < codes.get("enum").size(); i++) {
      String description = codes.get("x-enum-descriptions").get(i).asString();
      described.put(codes.get("enum").get(i).asInt(), description.replaceFirst("\\..*", ""));
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

    assertThat(shown).isEqualTo(described).hasSize(22);
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

  private static JsonNode operation(String path, String method) {
    return CONTRACT.root().get("paths").get(path).get(method);
  }
}
