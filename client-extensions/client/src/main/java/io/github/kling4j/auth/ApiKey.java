package io.github.kling4j.auth;

import java.util.Objects;
import java.util.function.Supplier;

/** A key that is sent as it is. */
final class ApiKey extends Credentials {
  private final Supplier<String> key;
  private String last = "";
  private String lastButOne = "";

  ApiKey(Supplier<String> key) {
    this.key = key;
  }

  static void check(String key) {
    checked("The API key", "KLING_API_KEY", Objects.requireNonNull(key, "key"));
  }

  @Override
  String token() {
    String current = key.get();
    if (current == null) {
      throw new IllegalArgumentException("The supplier of the API key gave null");
    }
    remember(checked("The API key", "KLING_API_KEY", current));
    return current;
  }

  /** An answer may still speak of the key before. */
  private synchronized void remember(String current) {
    if (!current.equals(last)) {
      lastButOne = last;
      last = current;
    }
  }

  @Override
  String renew(String refused) {
    return refused;
  }

  @Override
  public synchronized String redact(String text) {
    return without(without(text, last), lastButOne);
  }
}
