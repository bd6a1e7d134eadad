package io.github.kling4j.error;

import java.io.IOException;
import okio.Buffer;

/**
 * The beginning of an answer as it came, for the case that it is a refusal: the generated models do
 * not tell a word from the code that it stands for. It travels as a tag of the answer's request.
 */
final class AnswerBeginning {
  static final long MOST_BYTES = 64L * 1_024;

  /** Longer ones are no keys. */
  private static final long LONGEST_KEY = 4_096;

  private final Buffer bytes = new Buffer();

  /** Takes what a read has just added to the end of a buffer. */
  void add(Buffer sink, long count) throws IOException {
    long wanted = Math.min(count, MOST_BYTES - bytes.size());
    if (wanted > 0) {
      // Through a stream, for else both would share memory, which neither could give back then.
      sink.copyTo(bytes.outputStream(), sink.size() - count, wanted);
    }
  }

  /** Gives the memory back. */
  void forget() {
    bytes.clear();
  }

  String text() {
    return withoutCutWord(bytes, MOST_BYTES).readUtf8();
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
