package io.github.kling4j.error;

import java.io.IOException;
import okio.Buffer;
import okio.ForwardingSource;
import okio.Source;

/** An answer of at most 16 MiB, whose beginning is kept aside. */
final class BoundedSource extends ForwardingSource {
  private static final long MOST_BYTES = 16L * 1_024 * 1_024;

  private final AnswerBeginning seen;
  private long left = MOST_BYTES;

  BoundedSource(Source answer, AnswerBeginning seen) {
    super(answer);
    this.seen = seen;
  }

  @Override
  public long read(Buffer sink, long byteCount) throws IOException {
    long read = super.read(sink, byteCount);
    if (read > 0) {
      seen.add(sink, read);
      left -= read;
    }
    if (left < 0) {
      throw new UnreadableBodyException("it is longer than 16 MiB, the most that is read");
    }
    return read;
  }

  @Override
  public void close() throws IOException {
    seen.pack();
    super.close();
  }
}
