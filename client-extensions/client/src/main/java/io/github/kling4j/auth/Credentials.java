package io.github.kling4j.auth;

import java.time.Clock;
import java.util.Objects;
import java.util.function.Supplier;

/**
 * A key for the API. Its text is never shown: not by {@link #toString()}, and {@link #redact} takes
 * it out of other texts.
 *
 * <p>Safe for use by several threads.
 */
public abstract sealed class Credentials permits ApiKey, AccessKey {
  Credentials() {}

  /**
   * Returns a fixed API key, as relays hand them out.
   *
   * @param key the key, without the word Bearer
   * @return the credentials
   * @throws IllegalArgumentException when the key is blank or holds a character that no key holds
   */
  public static Credentials apiKey(String key) {
    ApiKey.check(key);
    return new ApiKey(() -> key);
  }

  /**
   * Returns an API key that is asked for at each request, so that it can be changed while the
   * client runs.
   *
   * @param key gives the key, without the word Bearer; called on the thread of each request
   * @return the credentials
   */
  public static Credentials apiKey(Supplier<String> key) {
    return new ApiKey(Objects.requireNonNull(key, "key"));
  }

  /**
   * Returns the vendor's pair of keys. A token (JWT, HS256) is signed with them, valid for 30
   * minutes, and signed anew before it ends.
   *
   * @param accessKey the access key
   * @param secretKey the secret key
   * @return the credentials
   * @throws IllegalArgumentException when one of them is blank or holds a character that no key
   *     holds
   */
  public static Credentials accessKey(String accessKey, String secretKey) {
    return new AccessKey(accessKey, secretKey, Clock.systemUTC());
  }

  /** Returns what stands behind the word Bearer. */
  abstract String token();

  /** Returns a token that differs from the given one, if there can be such a one. */
  abstract String renew(String refused);

  /**
   * Takes every key and token of these credentials out of a text.
   *
   * @param text any text
   * @return the text with three asterisks in their place
   */
  public abstract String redact(String text);

  @Override
  public String toString() {
    return getClass().getSimpleName() + "{***}";
  }

  static String without(String text, String secret) {
    return secret.isEmpty() ? text : text.replace(secret, "***");
  }

  /** Refuses what no header can carry, and names it by its place: never by its text. */
  static String checked(String name, String variable, String value) {
    if (value.isBlank()) {
      throw new IllegalArgumentException(
          name + " is blank: set " + variable + ", or pass it to Credentials");
    }
    if (value.regionMatches(true, 0, "Bearer ", 0, 7)) {
      throw new IllegalArgumentException(name + " starts with the word Bearer: leave it out");
    }
    for (int i = 0; i < value.length(); i++) {
      char c = value.charAt(i);
      if (c <= ' ' || c > '~') {
        throw new IllegalArgumentException(
            String.format(
                "%s has %d characters, and number %d (U+%04X) cannot be part of a key: look for a"
                    + " line break or a space that was copied with it",
                name, value.length(), i + 1, (int) c));
      }
    }
    return value;
  }
}
