package io.github.kling4j;

import io.github.kling4j.auth.Credentials;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The settings that stand in environment variables. */
final class Environment {
  private Environment() {}

  static void apply(Map<String, String> variables, KlingClientBuilder builder) {
    String url = variables.get("KLING_BASE_URL");
    String needs = variables.getOrDefault("KLING_RELAY_NEEDS", "");
    if (url != null && !url.isBlank()) {
      builder.gateway(Gateway.of(url).withNeeds(needs));
    } else if (!needs.isBlank()) {
      throw new IllegalStateException(
          "KLING_RELAY_NEEDS is set, but KLING_BASE_URL is not: they go together; a server that is"
              + " set in code has methods for its needs, such as Gateway.durationAsString()");
    }
    String key = variables.get("KLING_API_KEY");
    String access = variables.get("KLING_ACCESS_KEY");
    String secret = variables.get("KLING_SECRET_KEY");
    if (key != null && !key.isBlank()) {
      builder.credentials(Credentials.apiKey(key.strip()));
    } else if (access != null || secret != null) {
      builder.credentials(
          Credentials.accessKey(
              needed("KLING_ACCESS_KEY", access), needed("KLING_SECRET_KEY", secret)));
    }
    String callbackSecret = variables.getOrDefault("KLING_CALLBACK_SECRET", "");
    if (!callbackSecret.isBlank()) {
      builder.callbackSecret(callbackSecret.strip());
    }
  }

  private static String needed(String variable, @Nullable String value) {
    if (value == null || value.isBlank()) {
      throw new IllegalStateException(
          variable
              + " is not set: KLING_ACCESS_KEY and KLING_SECRET_KEY go together; or set"
              + " KLING_API_KEY");
    }
    return value.strip();
  }
}
