package io.github.kling4j.benchmarks.contender;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The requests of one connection, of which only the kind is kept. */
final class RequestReader {
  enum Kind {
    CREATE,
    GET,
    LIST
  }

  /** Room for the head of a request. */
  private final byte[] buffer = new byte[16 * 1024];

  private final InputStream in;
  private int position;
  private int end;
  private Kind kind = Kind.GET;

  RequestReader(InputStream in) {
    this.in = in;
  }

  /** Reads a request with its body; returns whether there was one. */
  boolean next() throws IOException {
    String line = line();
    if (line == null) {
      return false;
    }
    kind = line.startsWith("POST ") ? Kind.CREATE : line.contains("?") ? Kind.LIST : Kind.GET;
    long length = 0;
    boolean chunked = false;
    for (String header = some(); !header.isEmpty(); header = some()) {
      // Of all headers only these two begin so; the others are not worth a copy.
      char first = header.charAt(0);
      if (first == 'C' || first == 'c' || first == 'T' || first == 't') {
        String lower = header.toLowerCase(Locale.ROOT);
        if (lower.startsWith("content-length:")) {
          length = Long.parseLong(lower.substring(15).strip());
        }
        chunked |= lower.startsWith("transfer-encoding:") && lower.contains("chunked");
      }
    }
    if (chunked) {
      for (int size = chunkSize(); size > 0; size = chunkSize()) {
        skip(size + 2);
      }
      some();
    } else {
      skip(length);
    }
    return true;
  }

  Kind kind() {
    return kind;
  }

  private int chunkSize() throws IOException {
    return Integer.parseInt(some().strip(), 16);
  }

  private String some() throws IOException {
    String line = line();
    if (line == null) {
      throw new EOFException("The request ends early");
    }
    return line;
  }

  private @Nullable String line() throws IOException {
    int from = position;
    for (int i = from; ; i++) {
      if (i == end) {
        if (from > 0) {
          System.arraycopy(buffer, from, buffer, 0, end - from);
          i -= from;
          end -= from;
          from = 0;
        }
        if (!fill()) {
          return null;
        }
      }
      if (buffer[i] == '\n') {
        position = i + 1;
        return new String(buffer, from, i - 1 - from, StandardCharsets.ISO_8859_1);
      }
    }
  }

  private void skip(long count) throws IOException {
    long left = count;
    while (left > end - position) {
      left -= end - position;
      position = 0;
      end = 0;
      if (!fill()) {
        throw new EOFException("The body ends early");
      }
    }
    position += (int) left;
  }

  private boolean fill() throws IOException {
    int read = in.read(buffer, end, buffer.length - end);
    if (read < 0) {
      return false;
    }
    end += read;
    return true;
  }
}
