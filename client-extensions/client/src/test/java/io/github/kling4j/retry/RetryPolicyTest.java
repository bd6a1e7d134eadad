package io.github.kling4j.retry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RetryPolicyTest {
  private final RetryPolicy.Builder builder = RetryPolicy.builder();

  @Test
  void theDefaultsAreThoseOfItsDescription() {
    RetryPolicy policy = RetryPolicy.defaults();

    assertThat(policy.maxAttempts).isEqualTo(4);
    assertThat(policy.minDelay).isEqualTo(Duration.ofMillis(500));
    assertThat(policy.maxDelay).isEqualTo(Duration.ofSeconds(8));
    assertThat(policy.deadline).isEqualTo(Duration.ofMinutes(2));
    assertThat(policy.budget).isEqualTo(20);
  }

  @ParameterizedTest
  @ValueSource(ints = {-1, 0, 101, Integer.MAX_VALUE})
  void aNumberOfAttemptsIsFromOneToAHundred(int attempts) {
    assertRefused(() -> builder.maxAttempts(attempts), "maxAttempts", Integer.toString(attempts));
    assertThat(builder.maxAttempts(1).maxAttempts(100)).isSameAs(builder);
  }

  @Test
  void pausesDoNotGoBack() {
    assertRefused(() -> builder.backOff(Duration.ofMillis(-1), Duration.ZERO), "backOff", "-0.001");
    assertRefused(
        () -> builder.backOff(Duration.ofSeconds(2), Duration.ofSeconds(1)), "backOff", "PT2S");
    assertThat(builder.backOff(Duration.ZERO, Duration.ZERO)).isSameAs(builder);
  }

  @Test
  void aDeadlineOrABudgetIsNotNegative() {
    assertRefused(() -> builder.deadline(Duration.ofSeconds(-1)), "deadline", "PT-1S");
    assertRefused(() -> builder.budget(-1), "budget", "-1");
  }

  @Test
  void aListenerIsNotNull() {
    Consumer<Attempt> none = null;

    assertThatThrownBy(() -> builder.listener(none)).isInstanceOf(NullPointerException.class);
  }

  private static void assertRefused(Runnable setting, String... words) {
    assertThatThrownBy(setting::run)
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContainingAll(words);
  }
}
