package io.github.kling4j.retry;

/** What is left for repetitions, in tenths. */
final class Budget {
  private static final int REPETITION = 10;

  private final int full;
  private int left;

  Budget(int repetitions) {
    this.full = (int) Math.min(Integer.MAX_VALUE, (long) repetitions * REPETITION);
    this.left = full;
  }

  synchronized boolean take() {
    if (left < REPETITION) {
      return false;
    }
    left -= REPETITION;
    return true;
  }

  synchronized void giveBack() {
    if (left < full) {
      left++;
    }
  }
}
