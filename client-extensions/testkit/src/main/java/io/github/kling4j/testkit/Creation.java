package io.github.kling4j.testkit;

import io.github.kling4j.testkit.Effect.Fail;
import io.github.kling4j.testkit.Effect.Slow;
import io.github.kling4j.testkit.Effect.StatusWord;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.StringJoiner;
import okhttp3.HttpUrl;
import org.jspecify.annotations.Nullable;

/**
 * A create request, read and checked. Only what the gateway itself needs is looked at; all other
 * parameters pass, so that a new one needs no line here.
 */
final class Creation {
  private final Map<String, @Nullable Object> body;
  private final String prompts;
  private final Script script;

  /**
   * Reads a request's body.
   *
   * @throws Refusal when it is no JSON object, or a directive in it is unknown
   */
  Creation(String json) {
    try {
      body = Json.readObject(json);
    } catch (IllegalArgumentException e) {
      throw new Refusal(VendorError.INVALID_PARAMETER, "request body: " + e.getMessage());
    }
    prompts = prompts();
    try {
      script = Script.of(prompts, Script.Source.PROMPT);
    } catch (IllegalArgumentException e) {
      throw new Refusal(VendorError.INVALID_PARAMETER, "prompt: " + e.getMessage());
    }
  }

  Script script() {
    return script;
  }

  /** Returns what repeated faults are counted by: all prompts of the request. */
  String scope() {
    return prompts;
  }

  /** Returns the id under which the caller may look for the task, even where that is in vain. */
  @Nullable String externalId() {
    return body.get("external_task_id") instanceof String id && !id.isEmpty() ? id : null;
  }

  /**
   * Checks the request and makes its task.
   *
   * @throws Refusal when a parameter is missing or wrong
   */
  SimulatedTask makeTask(
      TaskStore store, Script keyScript, Rules rules, Instant now, HttpUrl base) {
    rules.demands().check(body);
    Answers answers = rules.answers();
    if (prompts.isBlank()) {
      throw wrong("prompt", "must be a text that is not empty");
    }
    boolean dropped = answers.externalIds() == Answers.ExternalIds.DROPPED;
    String externalId = dropped ? null : text("external_task_id");
    HttpUrl callbackUrl = callbackUrl();
    Slow slow = wish(keyScript, Slow.class);
    Fail fail = wish(keyScript, Fail.class);
    StatusWord word = wish(keyScript, StatusWord.class);
    return store.add(
        vendorsId ->
            new SimulatedTask(
                answers.taskId(vendorsId),
                vendorsId,
                externalId,
                prompts,
                now,
                slow == null ? rules.taskDuration() : slow.duration(),
                fail == null ? null : fail.reason(),
                word == null ? null : word.word(),
                model(),
                orElse(body.get("aspect_ratio"), answers.usualAspectRatio()),
                watermark(),
                script,
                base,
                callbackUrl));
  }

  private <E extends Effect> @Nullable E wish(Script keyScript, Class<E> kind) {
    E inPrompt = script.first(kind);
    return inPrompt == null ? keyScript.first(kind) : inPrompt;
  }

  /** With several shots the prompts stand in these, and there may be none at the top. */
  private String prompts() {
    StringJoiner texts = new StringJoiner("\n");
    if (body.get("prompt") instanceof String prompt) {
      texts.add(prompt);
    }
    Object several = body.get("multi_shot");
    if (several != null
        && !several.equals(false)
        && body.get("multi_prompt") instanceof List<?> shots) {
      for (Object shot : shots) {
        if (shot instanceof Map<?, ?> members && members.get("prompt") instanceof String prompt) {
          texts.add(prompt);
        }
      }
    }
    return texts.toString();
  }

  private @Nullable HttpUrl callbackUrl() {
    String url = text("callback_url");
    if (url == null) {
      return null;
    }
    HttpUrl parsed = HttpUrl.parse(url);
    if (parsed == null) {
      throw wrong("callback_url", "must be an http or https URL");
    }
    return parsed;
  }

  private boolean watermark() {
    return body.get("watermark_info") instanceof Map<?, ?> info
        && Boolean.TRUE.equals(info.get("enabled"));
  }

  private @Nullable String model() {
    return body.get("model_name") instanceof String name ? name : null;
  }

  private static String orElse(@Nullable Object text, String usual) {
    return text instanceof String given && !given.isEmpty() ? given : usual;
  }

  private @Nullable String text(String name) {
    Object value = body.get(name);
    if (value == null || value.equals("")) {
      return null;
    }
    if (value instanceof String text) {
      return text;
    }
    throw wrong(name, "must be a text");
  }

  private static Refusal wrong(String parameter, String rule) {
    return new Refusal(VendorError.INVALID_PARAMETER, parameter + ": " + rule);
  }
}
