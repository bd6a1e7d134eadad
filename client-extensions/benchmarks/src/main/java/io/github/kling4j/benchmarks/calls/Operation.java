package io.github.kling4j.benchmarks.calls;

import io.github.kling4j.benchmarks.contender.Contender;
import io.github.kling4j.benchmarks.contender.Wire;

/** What is called. */
enum Operation {
  CREATE(6_000, 400),
  GET(6_000, 400),
  LIST(200, 20);

  /** Calls before any is measured: so many at a time, until the compiler is done. */
  final int warmUp;

  /** Calls in a round. */
  final int measured;

  Operation(int warmUp, int measured) {
    this.warmUp = warmUp;
    this.measured = measured;
  }

  void call(Contender contender) throws Exception {
    boolean right =
        switch (this) {
          case CREATE -> contender.create().equals(Wire.TASK_ID);
          case GET -> contender.get(Wire.TASK_ID).equals(Wire.VIDEO_URL);
          case LIST -> contender.list() == Wire.PAGE;
        };
    if (!right) {
      throw new IllegalStateException("A wrong answer to " + this);
    }
  }
}
