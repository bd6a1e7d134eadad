package io.github.kling4j.error;

import okio.Buffer;

/**
 * The beginning of an answer as it came, for the case that it is a refusal: the generated models do
 * not tell a word from the code that it stands for. It travels as a tag of the answer's request.
 */
final class AnswerBeginning {
  static final long MOST_BYTES = 64L * 1_024;

  private final Buffer bytes = new Buffer();

  /** Takes what a read has just added to the end of a buffer. */
  void add(Buffer sink, long count) {
    long wanted = Math.min(count, MOST_BYTES - bytes.size());
    if (wanted > 0) {
      sink.copyTo(bytes, sink.size() - count, wanted);
    }
  }

  String text() {
    return bytes.clone().readUtf8();
  }
}
