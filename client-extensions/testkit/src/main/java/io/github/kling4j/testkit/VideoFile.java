package io.github.kling4j.testkit;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import mockwebserver3.MockResponse;
import okhttp3.Headers;
import okio.Buffer;
import okio.ByteString;
import org.jspecify.annotations.Nullable;

/** The one video that every finished task has, and how it is sent. */
final class VideoFile {
  /** As the vendor writes it: 121 frames at 24 a second. */
  static final String SECONDS = "5.042";

  private static final Pattern RANGE = Pattern.compile("bytes=(\\d{0,18})-(\\d{0,18})");
  private static final ByteString BYTES = load();
  private static final String ETAG = "\"" + BYTES.sha256().hex().substring(0, 16) + "\"";

  private static final String CHANGED_ETAG = "\"" + BYTES.sha256().hex().substring(16, 32) + "\"";

  private VideoFile() {}

  static ByteString bytes() {
    return BYTES;
  }

  /** Sends the file as it should be. */
  static MockResponse answer(Headers request) {
    return answer(request, ETAG, true);
  }

  /** Sends the file as another version of it, the bytes of which are the same. */
  static MockResponse changed(Headers request) {
    return answer(request, CHANGED_ETAG, true);
  }

  /** Sends the whole file, whatever part is asked for. */
  static MockResponse whole() {
    return answer(Headers.of(), ETAG, false);
  }

  private static MockResponse answer(Headers request, String tag, boolean ranges) {
    MockResponse.Builder answer =
        new MockResponse.Builder()
            .setHeader("Content-Type", "video/mp4")
            .setHeader("Accept-Ranges", ranges ? "bytes" : "none")
            .setHeader("ETag", tag);
    long first = 0;
    long end = BYTES.size();
    Matcher range = wantedRange(request, tag);
    if (range != null) {
      boolean suffix = range.group(1).isEmpty();
      long last = range.group(2).isEmpty() ? end - 1 : Long.parseLong(range.group(2));
      first = suffix ? Math.max(0, end - last) : Long.parseLong(range.group(1));
      boolean empty = suffix ? last == 0 : first >= end;
      if (empty) {
        return answer.code(416).setHeader("Content-Range", "bytes */" + end).build();
      }
      end = suffix ? end : Math.min(end, last + 1);
      answer
          .code(206)
          .setHeader("Content-Range", "bytes " + first + "-" + (end - 1) + "/" + BYTES.size());
    }
    return answer.body(new Buffer().write(BYTES.substring((int) first, (int) end))).build();
  }

  /** Several ranges, reversed ones, and those for another version of the file are not wanted. */
  private static @Nullable Matcher wantedRange(Headers request, String tag) {
    String header = request.get("Range");
    String version = request.get("If-Range");
    if (header == null || (version != null && !version.equals(tag))) {
      return null;
    }
    Matcher matcher = RANGE.matcher(header.trim());
    if (!matcher.matches() || header.trim().equals("bytes=-")) {
      return null;
    }
    boolean bothEnds = !matcher.group(1).isEmpty() && !matcher.group(2).isEmpty();
    boolean reversed =
        bothEnds && Long.parseLong(matcher.group(1)) > Long.parseLong(matcher.group(2));
    return reversed ? null : matcher;
  }

  private static ByteString load() {
    try (InputStream in = VideoFile.class.getResourceAsStream("video.mp4")) {
      if (in == null) {
        throw new IllegalStateException("the testkit's jar lacks its video.mp4");
      }
      return ByteString.of(in.readAllBytes());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
