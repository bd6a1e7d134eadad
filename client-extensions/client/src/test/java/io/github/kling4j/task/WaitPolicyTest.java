package io.github.kling4j.task;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WaitPolicyTest {
  @Test
  void theDefaultsAreThoseOfTheDocuments() {
    WaitPolicy policy = WaitPolicy.defaults();

    assertThat(policy.firstDelay).isEqualTo(Duration.ofSeconds(5));
    assertThat(policy.minInterval).isEqualTo(Duration.ofSeconds(5));
    assertThat(policy.maxInterval).isEqualTo(Duration.ofSeconds(15));
    assertThat(policy.deadline).isEqualTo(Duration.ofMinutes(15));
  }

  @Test
  void aBuilderOfAPolicyBeginsWithItsValues() {
    Consumer<WaitProgress> listener = progress -> {};
    WaitPolicy policy =
        WaitPolicy.builder()
            .firstDelay(Duration.ZERO)
            .interval(Duration.ofSeconds(1), Duration.ofSeconds(2))
            .deadline(Duration.ofSeconds(3))
            .listener(listener)
            .build();

    WaitPolicy other = policy.toBuilder().deadline(Duration.ofSeconds(4)).build();

    assertThat(other.firstDelay).isZero();
    assertThat(other.minInterval).isEqualTo(Duration.ofSeconds(1));
    assertThat(other.maxInterval).isEqualTo(Duration.ofSeconds(2));
    assertThat(other.deadline).isEqualTo(Duration.ofSeconds(4));
    assertThat(other.listener).isSameAs(listener);
    assertThat(policy.deadline).isEqualTo(Duration.ofSeconds(3));
  }

  @Test
  void aNegativeFirstDelayIsRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> WaitPolicy.builder().firstDelay(Duration.ofMillis(-1)))
        .withMessageContainingAll("firstDelay", "PT-0.001S");
  }

  @ParameterizedTest
  @CsvSource({"PT0S, PT1S", "PT-1S, PT1S", "PT2S, PT1S", "PT0S, PT0S"})
  void anIntervalThatIsNoneIsRefused(Duration min, Duration max) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> WaitPolicy.builder().interval(min, max))
        .withMessageContainingAll("interval", min.toString(), max.toString());
  }

  @ParameterizedTest
  @ValueSource(strings = {"PT0S", "PT-1S"})
  void aDeadlineInThePastIsRefused(Duration deadline) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> WaitPolicy.builder().deadline(deadline))
        .withMessageContainingAll("deadline", deadline.toString());
  }

  @Test
  void aListenerIsNeeded() {
    assertThatThrownBy(() -> WaitPolicy.builder().listener(null))
        .isInstanceOf(NullPointerException.class);
  }
}
