package io.github.kling4j.auth;

import java.util.Objects;
import java.util.function.Supplier;

/** A key that is sent as it is. */
final class ApiKey extends Credentials {
  private final Supplier<String> key;
  private volatile String last = "";

  ApiKey(Supplier<String> key) {
    this.key = key;
  }

  static void check(String key) {
    checked("The API key", Objects.requireNonNull(key, "key"));
  }

  @Override
  String token() {
    String current = key.get();
    if (current == null) {
      throw new IllegalArgumentException("The supplier of the API key gave null");
    }
    last = checked("The API key", current);
    return current;
  }

  @Override
  String renew(String refused) {
    return refused;
  }

  @Override
  public String redact(String text) {
    String known = last;
    return known.isEmpty() ? text : text.replace(known, "***");
  }
}
