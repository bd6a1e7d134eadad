package io.github.kling4j.benchmarks.calls;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class SampleTest {
  @Test
  void percentilesAreThoseOfTheSortedCalls() {
    long[] nanos = LongStream.rangeClosed(1, 200).map(i -> 201 - i).toArray();

    Sample sample = Sample.of(nanos, 1_000, 2_000, 3_000);

    assertThat(sample).isEqualTo(new Sample(200, 1_000, 2_000, 3_000, 101, 199));
  }

  @Test
  void whatOneProcessPrintsAnotherReads() {
    Sample sample = new Sample(4, 2_000_000_000, 6, 10, 11, 12);

    assertThat(Sample.parse(sample.line())).isEqualTo(sample);
    assertThat(sample.cpuPerCall()).isEqualTo(1.5);
    assertThat(sample.bytesPerCall()).isEqualTo(2.5);
    assertThat(sample.perSecond()).isEqualTo(2);
  }
}
