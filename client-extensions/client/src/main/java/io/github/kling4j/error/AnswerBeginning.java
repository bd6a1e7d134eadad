package io.github.kling4j.error;

import java.io.IOException;
import okhttp3.Request;
import okhttp3.ResponseBody;
import okio.Buffer;
import okio.BufferedSource;
import okio.ByteString;

/**
 * The beginning of an answer as it came, for the case that it is a refusal: the generated models do
 * not tell a word from the code that it stands for. It travels as a tag of the answer's request.
 */
final class AnswerBeginning {
  static final long MOST_BYTES = 64L * 1_024;

  /** Longer ones are no keys. */
  private static final long LONGEST_KEY = 4_096;

  private final Buffer bytes = new Buffer();
  private ByteString packed = ByteString.EMPTY;

  /** Takes what a read has just added to the end of a buffer. */
  void add(Buffer sink, long count) throws IOException {
    long wanted = Math.min(count, MOST_BYTES - bytes.size());
    if (wanted > 0) {
      // Through a stream, for else both would share memory, which neither could give back then.
      sink.copyTo(bytes.outputStream(), sink.size() - count, wanted);
    }
  }

  /** Takes no more room than it needs from here on. */
  void pack() {
    packed = bytes.exhausted() ? ByteString.EMPTY : bytes.readByteString();
  }

  /** Gives the memory back. */
  void forget() {
    bytes.clear();
  }

  String text() {
    return withoutCutWord(new Buffer().write(packed), MOST_BYTES).readUtf8();
  }

  /** Returns a request with this as a tag. */
  Request tagged(Request request) {
    return request.newBuilder().tag(AnswerBeginning.class, this).build();
  }

  /** Returns what can be read of the beginning of a body, and closes that. */
  static ResponseBody of(ResponseBody body) {
    Buffer beginning = new Buffer();
    try (body) {
      BufferedSource source = body.source();
      long read = 0;
      while (read != -1 && beginning.size() < MOST_BYTES) {
        read = source.read(beginning, MOST_BYTES - beginning.size());
      }
    } catch (IOException e) {
      // What came before it still says something, and the status does.
    }
    Buffer kept = withoutCutWord(beginning, MOST_BYTES);
    return ResponseBody.create(kept, body.contentType(), kept.size());
  }

  /**
   * Returns what was read up to a limit, without the word that the limit may have cut in two: half
   * a key is not found as one, and gives much of it away.
   */
  static Buffer withoutCutWord(Buffer read, long limit) {
    long end = read.size();
    while (end > 0 && isPartOfKey(read.getByte(end - 1))) {
      end--;
    }
    boolean mayBeCut = read.size() >= limit && read.size() - end <= LONGEST_KEY;
    Buffer kept = new Buffer();
    read.copyTo(kept, 0, mayBeCut ? end : read.size());
    return kept;
  }

  private static boolean isPartOfKey(byte b) {
    return (b >= 'a' && b <= 'z')
        || (b >= 'A' && b <= 'Z')
        || (b >= '0' && b <= '9')
        || "._~+/=-:".indexOf(b) >= 0;
  }
}
