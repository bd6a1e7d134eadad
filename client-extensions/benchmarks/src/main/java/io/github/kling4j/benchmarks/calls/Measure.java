package io.github.kling4j.benchmarks.calls;

/** What is measured in a round. */
enum Measure {
  CREATE(Operation.CREATE, 1, Operation.CREATE.measured),
  GET(Operation.GET, 1, Operation.GET.measured),
  LIST(Operation.LIST, 1, Operation.LIST.measured),
  CREATE_BY_EIGHT(Operation.CREATE, 8, 2 * Operation.CREATE.measured);

  private final Operation operation;
  private final int threads;
  private final int calls;

  Measure(Operation operation, int threads, int calls) {
    this.operation = operation;
    this.threads = threads;
    this.calls = calls;
  }

  /** Returns what is said to {@link ContenderProcess}. */
  String command() {
    return operation + " " + threads + " " + calls;
  }
}
