package io.github.kling4j.testing;

import com.squareup.moshi.Moshi;
import io.github.kling4j.model.ModelJsonAdapterFactory;
import io.github.kling4j.model.TextToVideoRequest;
import io.github.kling4j.model.VideoDuration;
import io.github.kling4j.model.Violation;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Objects;

/** Models that are made by what the contract says now, which upstream changes. */
public final class Requests {
  private static final Moshi MOSHI =
      new Moshi.Builder().add(ModelJsonAdapterFactory.INSTANCE).build();

  private Requests() {}

  /** Reads a model, so that a number may be a text in the contract, and a text a number. */
  public static <T> T read(Class<T> type, String json) {
    try {
      return Objects.requireNonNull(MOSHI.adapter(type).fromJson(json));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Returns a request that breaks no limit, with whatever the contract has come to ask for. */
  public static TextToVideoRequest withinLimits() {
    TextToVideoRequest request =
        TextToVideoRequest.builder().modelName("kling-v2-5-turbo").prompt("A beach.").build();
    for (Violation missing : request.violations()) {
      String name = missing.path().replace("$.", "");
      TextToVideoRequest.Builder more = request.toBuilder();
      List.of("\"x\"", "1", "true", "[]", "{}").stream()
          .map(value -> read(TextToVideoRequest.class, "{\"" + name + "\":" + value + "}"))
          .filter(each -> isWithinLimits(each, missing.path()))
          .limit(1)
          .forEach(each -> more.withFallback(each.toBuilder()));
      request = more.build();
    }
    return request;
  }

  private static boolean isWithinLimits(TextToVideoRequest request, String path) {
    return request.violations().stream().noneMatch(each -> each.path().startsWith(path));
  }

  /** Returns how long a prompt may be; where the contract does not limit it, longer than any is. */
  public static int longestPrompt() {
    int longest = 1;
    int tooLong = 1 << 20;
    while (tooLong - longest > 1) {
      int length = (longest + tooLong) >>> 1;
      boolean within =
          isWithinLimits(
              TextToVideoRequest.builder().modelName("m").prompt("x".repeat(length)).build(),
              "$.prompt");
      longest = within ? length : longest;
      tooLong = within ? tooLong : length;
    }
    return longest;
  }

  /** Returns a duration as it is in JSON: a number, or a text where upstream has come to that. */
  public static Object seconds(int seconds) {
    Object value = VideoDuration.of(seconds).value();
    return value instanceof Number number ? (Object) number.longValue() : value;
  }

  /** Returns the same as it is written. */
  public static String secondsInJson(int seconds) {
    Object value = seconds(seconds);
    return value instanceof Number ? value.toString() : '"' + value.toString() + '"';
  }
}
