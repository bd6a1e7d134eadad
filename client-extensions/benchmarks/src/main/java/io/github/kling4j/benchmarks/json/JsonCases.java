package io.github.kling4j.benchmarks.json;

import java.io.IOException;
import java.util.concurrent.TimeUnit;
import okio.Buffer;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/** What JMH measures, one contender in one process. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class JsonCases {
  private final Buffer answer = new Buffer().write(Samples.answer());
  private final Buffer list = new Buffer().write(Samples.list(Samples.TASKS));
  private final Buffer buffer = new Buffer();

  /** Who reads and writes. */
  @Param public JsonContender contender = JsonContender.BY_HAND;

  /** Creates the cases; JMH does. */
  public JsonCases() {}

  /**
   * Writes a full request.
   *
   * @return its bytes
   * @throws IOException never
   */
  @Benchmark
  public long writeRequest() throws IOException {
    contender.write(buffer);
    long size = buffer.size();
    buffer.clear();
    return size;
  }

  /**
   * Reads an answer with one video.
   *
   * @return what was read
   * @throws IOException never
   */
  @Benchmark
  public Object readAnswer() throws IOException {
    return contender.readTask(shared(answer));
  }

  /**
   * Reads a list of 500 tasks.
   *
   * @return what was read
   * @throws IOException never
   */
  @Benchmark
  public Object readList() throws IOException {
    return contender.readTasks(shared(list));
  }

  /** Makes the same bytes readable again without copying them. */
  private Buffer shared(Buffer bytes) {
    bytes.copyTo(buffer, 0, bytes.size());
    return buffer;
  }
}
