package io.github.kling4j.media;

import java.time.Instant;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import okhttp3.Headers;
import okhttp3.MediaType;
import okhttp3.Response;
import okio.BufferedSource;
import okio.GzipSource;
import okio.Okio;
import org.jspecify.annotations.Nullable;

/** What the headers of an answer say of the file in it (RFC 9110). */
final class FileAnswer {
  private static final Pattern RANGE =
      Pattern.compile("(?i)bytes (\\d{1,18})-(\\d{1,18})/(\\d{1,18}|\\*)");
  private static final Pattern BEHIND_THE_END = Pattern.compile("(?i)bytes \\*/(\\d{1,18})");
  private static final Pattern STRONG_TAG = Pattern.compile("\"[!#-~]{1,200}\"");

  final int status;

  /** Where in the file the body begins. */
  final long first;

  /** Where in the file the body ends, or -1 where the server does not say. */
  final long end;

  /** How long the file is, or -1 where the server does not say. */
  final long total;

  private final Headers headers;
  private final boolean fits;

  FileAnswer(Response response) {
    this.status = response.code();
    this.headers = response.headers();
    long length = response.body().contentLength();
    Matcher range = RANGE.matcher(header("Content-Range"));
    if (status == 206 && range.matches()) {
      first = Long.parseLong(range.group(1));
      end = Long.parseLong(range.group(2)) + 1;
      total = range.group(3).equals("*") ? -1 : Long.parseLong(range.group(3));
      fits =
          first < end
              && (total == -1 || end <= total)
              && (length == -1 || length == end - first)
              && encoding().isEmpty();
    } else {
      first = 0;
      end = encoding().isEmpty() ? length : -1;
      total = end;
      fits = false;
    }
  }

  /** Tells whether the body is what was asked for, of the version that was asked for. */
  boolean continues(FileVersion version, long from) {
    return fits
        && first == from
        && (total == -1 || version.total() == -1 || total == version.total())
        && isOf(version);
  }

  /** Tells whether there is nothing more of this version than so many bytes. */
  boolean endsAt(FileVersion version, long size) {
    Matcher length = BEHIND_THE_END.matcher(header("Content-Range"));
    return length.matches() && Long.parseLong(length.group(1)) == size && isOf(version);
  }

  private boolean isOf(FileVersion version) {
    boolean tag = version.validator().startsWith("\"");
    return header(tag ? "ETag" : "Last-Modified").equals(version.validator());
  }

  /**
   * Returns what tells this version of the file from any other, byte by byte, or null. A date does
   * so only where the answer is younger by a second (RFC 9110, section 8.8.2.2).
   */
  @Nullable String validator() {
    if (!encoding().isEmpty()) {
      return null;
    }
    String tag = header("ETag");
    if (STRONG_TAG.matcher(tag).matches()) {
      return tag;
    }
    Instant changed = headers.getInstant("Last-Modified");
    Instant answered = headers.getInstant("Date");
    boolean strong =
        changed != null && answered != null && !answered.isBefore(changed.plusSeconds(1));
    return strong ? header("Last-Modified") : null;
  }

  /** Returns how the body is encoded, in small letters; empty where it is not. */
  String encoding() {
    String encoding = header("Content-Encoding").toLowerCase(Locale.ROOT);
    return encoding.equals("identity") ? "" : encoding;
  }

  /** Returns the file's own bytes, or null where it is not known how to have them. */
  @Nullable BufferedSource decoded(BufferedSource body) {
    return switch (encoding()) {
      case "" -> body;
      case "gzip", "x-gzip" -> Okio.buffer(new GzipSource(body));
      default -> null;
    };
  }

  /** Tells whether the address may have expired. */
  boolean isExpired() {
    return status == 403 || status == 404 || status == 410;
  }

  /** Tells whether a refusal may pass. */
  boolean mayPass() {
    return status >= 500 || status == 408 || status == 429;
  }

  /** Returns the type of a body that is certainly no video, or null. */
  static @Nullable String otherType(@Nullable MediaType type) {
    if (type == null) {
      return null;
    }
    boolean other =
        type.type().equals("text")
            || type.subtype().matches("(.*\\+)?(json|xml)|xhtml.*|x-www-form-urlencoded");
    return other ? type.type() + "/" + type.subtype() : null;
  }

  private String header(String name) {
    String value = headers.get(name);
    return value == null ? "" : value.strip();
  }
}
