package io.github.kling4j.retry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.github.kling4j.error.KlingException;
import io.github.kling4j.error.Operation;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

/** What is begun after a cancellation or a close, which is nothing; and what is left then. */
class AttemptsTest {
  private final KlingException failure = new KlingException("It failed", null, null, "order-17");
  private final ManualTimer timer = new ManualTimer();
  private final Retries retries = new Retries(RetryPolicy.defaults(), timer);
  private final Attempts attempts = begin(retries);

  @Test
  void afterACancellationNoPauseIsBegun() {
    attempts.cancel();

    CompletableFuture<String> again =
        attempts.again(failure, () -> CompletableFuture.completedFuture("done again"));

    assertThat(Attempts.cause(catchThrowable(again::join))).isSameAs(failure);
    assertThat(timer.delays()).isEmpty();
  }

  @Test
  void whatIsBegunWhileItIsCancelledIsCancelledToo() {
    CompletableFuture<String> call = new CompletableFuture<>();
    attempts.cancel();

    CompletableFuture<String> unused = attempts.once(() -> call);

    assertThat(call).isCancelled();
  }

  @Test
  void aCancellationAtTheEndOfAPauseIsNotTooLate() {
    AtomicReference<Attempts> cancelled = new AtomicReference<>();
    Timer late =
        new Timer() {
          @Override
          public long nanoTime() {
            return 0;
          }

          @Override
          public Runnable schedule(Runnable action, long delayNanos) {
            action.run();
            cancelled.get().cancel();
            return () -> {};
          }

          @Override
          public void close() {}
        };
    cancelled.set(begin(new Retries(RetryPolicy.defaults(), late)));

    CompletableFuture<String> again =
        cancelled.get().again(failure, () -> CompletableFuture.completedFuture("done again"));

    assertThat(Attempts.cause(catchThrowable(again::join))).isSameAs(failure);
  }

  @Test
  void aPauseThatIsOverIsForgotten() {
    CompletableFuture<Boolean> pause = retries.pause(1_000);
    assertThat(retries.pausing()).isEqualTo(1);

    timer.advanceToNext();

    assertThat(pause).isCompletedWithValue(true);
    assertThat(retries.pausing()).isZero();
  }

  @Test
  void closingEndsThePausesAndTheTimer() {
    CompletableFuture<Boolean> pause = retries.pause(1_000);

    retries.close();

    assertThat(pause).isCompletedWithValue(false);
    assertThat(retries.pause(1_000)).isCompletedWithValue(false);
    assertThat(retries.pausing()).isZero();
    assertThatThrownBy(() -> timer.schedule(() -> {}, 1_000))
        .isInstanceOf(IllegalStateException.class);
  }

  @Test
  void aBudgetIsNeverMoreThanFull() {
    Budget budget = new Budget(1);
    for (int i = 0; i < 100; i++) {
      budget.giveBack();
    }

    assertThat(budget.take()).isTrue();
    assertThat(budget.take()).isFalse();
  }

  @Test
  void aPartOfARepetitionIsNotEnough() {
    Budget budget = new Budget(1);
    assertThat(budget.take()).isTrue();
    for (int i = 0; i < 9; i++) {
      budget.giveBack();
      assertThat(budget.take()).isFalse();
    }
    budget.giveBack();

    assertThat(budget.take()).isTrue();
  }

  @Test
  void theLargestBudgetIsOne() {
    assertThat(new Budget(Integer.MAX_VALUE).take()).isTrue();
  }

  private static Attempts begin(Retries retries) {
    return retries.begin(false, () -> Operation.of("test", null));
  }
}
