package io.github.kling4j.testkit;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import okhttp3.Headers;
import org.jspecify.annotations.Nullable;

/** Checks the API key of a request. */
final class Keys {
  private static final Pattern BEARER =
      Pattern.compile("Bearer\\s+(\\S.*)", Pattern.CASE_INSENSITIVE);

  private final @Nullable String required;

  Keys(@Nullable String required) {
    this.required = required;
  }

  /**
   * Returns the key with its directives.
   *
   * @throws Refusal when there is none, or a wrong one
   */
  String check(Headers headers) {
    String header = headers.get("Authorization");
    if (header == null || header.isBlank()) {
      throw new Refusal(VendorError.AUTHORIZATION_EMPTY);
    }
    Matcher bearer = BEARER.matcher(header.trim());
    if (!bearer.matches()) {
      throw new Refusal(VendorError.AUTHORIZATION_INVALID);
    }
    String key = bearer.group(1);
    if (required != null && !required.equals(Script.plainText(key))) {
      throw new Refusal(VendorError.AUTHORIZATION_INVALID);
    }
    return key;
  }

  static Script script(String key) {
    try {
      return Script.of(key, Script.Source.KEY);
    } catch (IllegalArgumentException e) {
      throw new Refusal(VendorError.INVALID_PARAMETER, "API key: " + e.getMessage());
    }
  }
}
