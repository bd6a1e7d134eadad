package io.github.kling4j.benchmarks.waiting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.kling4j.error.NotFoundException;
import io.github.kling4j.testkit.KlingGateway;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletionException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class WaitingRunTest {
  private static final Duration INTERVAL = Duration.ofMillis(50);

  private KlingGateway gateway;

  @BeforeEach
  void start() throws Exception {
    gateway = GatewayProcess.start();
    GatewayProcess.makeTasks(gateway, 3);
  }

  @AfterEach
  void stop() {
    gateway.close();
  }

  @Test
  void allWaitsAreLookedAtInEachRoundAndTheirRequestsCounted() throws Exception {
    Figures figures = run(true, gateway.paidTasks()).measure();

    assertThat(figures.waits()).isEqualTo(3);
    assertThat(figures.list()).isTrue();
    assertThat(figures.round().measured()).isGreaterThanOrEqualTo(2);
    // Whether a page tells of all of them, or each is asked for.
    assertThat(figures.round().lists() + figures.round().singles()).isPositive();
    assertThat(figures.ourThreads()).isPositive();
    assertThat(figures.allThreads()).isPositive();
    assertThat(figures.heap().inRound()).isGreaterThanOrEqualTo(figures.heap().atRest());
  }

  @Test
  void withoutAListNoPageTellsOfATask() throws Exception {
    Figures figures = run(false, gateway.paidTasks()).measure();

    assertThat(figures.list()).isFalse();
    assertThat(figures.round().singles()).isPositive();
    assertThat(gateway.queryRequests())
        .allSatisfy(query -> assertThat(query.header("Authorization")).contains("[[list_html]]"));
  }

  @Test
  void requestsFromBeforeTheMeasuredRoundsAreNotCounted() throws Exception {
    RequestCounts always = new RequestCounts(7, 7);

    Figures figures =
        new WaitingRun(gateway.url(), true, gateway.paidTasks(), INTERVAL, 2, () -> always)
            .measure();

    assertThat(figures.round().lists()).isZero();
    assertThat(figures.round().singles()).isZero();
  }

  @Test
  void aWaitThatEndsIsNoFigure() {
    List<String> unknown = List.of(gateway.paidTasks().get(0), "1", "2");

    assertThatThrownBy(() -> run(true, unknown).measure())
        .isInstanceOf(CompletionException.class)
        .hasCauseInstanceOf(NotFoundException.class);
  }

  private WaitingRun run(boolean list, List<String> ids) {
    return new WaitingRun(gateway.url(), list, ids, INTERVAL, 2, () -> RequestCounts.of(gateway));
  }
}
