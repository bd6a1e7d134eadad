package io.github.kling4j;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.kling4j.auth.Credentials;
import io.github.kling4j.error.NotFoundException;
import io.github.kling4j.error.TaskFailedException;
import io.github.kling4j.error.UncertainCreateException;
import io.github.kling4j.error.UnsupportedByServerException;
import io.github.kling4j.model.TextToVideoRequest;
import io.github.kling4j.retry.Attempts;
import io.github.kling4j.task.VideoTask;
import io.github.kling4j.testing.Fixtures;
import io.github.kling4j.testkit.Dialect;
import io.github.kling4j.testkit.KlingGateway;
import io.github.kling4j.testkit.ReceivedRequest;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** What the client is for, at servers of every kind that is known. */
class MainJobInEveryDialectTest {
  private static final Duration TASK = Duration.ofMinutes(4);
  private static final Duration A_QUARTER = TASK.dividedBy(4);

  /** Where a query finds a task by its {@code external_task_id}. */
  private static final Set<Dialect> KNOWS_EXTERNAL_IDS =
      EnumSet.of(Dialect.VENDOR, Dialect.WORD_CODE, Dialect.ID_ONLY, Dialect.DATA_ID);

  /** Where a query of an unknown id is answered with the code of the vendor. */
  private static final Set<Dialect> CODE_FOR_UNKNOWN_TASK =
      EnumSet.of(Dialect.VENDOR, Dialect.ID_ONLY);

  private static final Set<Dialect> HAS_LIST =
      EnumSet.of(Dialect.VENDOR, Dialect.WORD_CODE, Dialect.DATA_ID);

  @TempDir Path folder;

  private final List<AutoCloseable> open = new ArrayList<>();

  @AfterEach
  void close() throws Exception {
    for (AutoCloseable each : open) {
      each.close();
    }
  }

  static Stream<Arguments> inBothForms() {
    return Stream.of(Dialect.values())
        .flatMap(dialect -> Stream.of(Form.values()).map(form -> Arguments.of(dialect, form)));
  }

  @ParameterizedTest
  @MethodSource("inBothForms")
  void aPromptBecomesTheFileOfItsVideo(Dialect dialect, Form form) throws IOException {
    KlingGateway gateway = gateway(dialect);
    KlingClient kling = client(gateway);

    VideoTask created = form.create(kling, r -> r.prompt("A beach."));
    assertThat(created.running()).isTrue();
    for (int quarter = 1; quarter < 4; quarter++) {
      gateway.advance(A_QUARTER);
      VideoTask seen = form.refresh(created);
      assertThat(seen.running()).as(seen.toString()).isTrue();
      assertThat(seen.videos()).isEmpty();
      assertThat(seen.failureReason()).isEmpty();
    }
    gateway.advance(A_QUARTER);
    VideoTask ended = form.await(created);

    assertThat(ended.id()).isEqualTo(created.id());
    assertThat(ended.succeeded()).isTrue();
    assertThat(ended.failureReason()).isEmpty();
    Path file = form.download(ended, folder.resolve("beach.mp4"));
    assertThat(file).hasBinaryContent(testkitsVideo());
    assertThat(folder).isDirectoryNotContaining(path -> !path.equals(file));
    assertThat(gateway.createRequests()).hasSize(1);
    assertThat(gateway.paidTasks()).containsExactly(created.id());
  }

  @ParameterizedTest
  @MethodSource("inBothForms")
  void aTaskThatFailsTellsWhy(Dialect dialect, Form form) {
    KlingGateway gateway = gateway(dialect);

    VideoTask created = form.create(client(gateway), r -> r.prompt("A [[fail: the sea is dry]]"));
    gateway.advance(TASK);

    TaskFailedException e =
        catchThrowableOfType(TaskFailedException.class, () -> form.await(created));
    assertThat(e.reason()).isEqualTo("the sea is dry");
    assertThat(e).hasMessageContainingAll(created.id(), "the sea is dry");
    assertThat(e.taskId()).isEqualTo(created.id());
    assertThat(e.externalTaskId()).isEqualTo(created.externalTaskId()).isNotBlank();
    VideoTask failed = form.refresh(created);
    assertThat(failed.failed()).isTrue();
    assertThat(failed.videos()).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("inBothForms")
  void anotherProcessGoesOnWithTheId(Dialect dialect, Form form) throws IOException {
    KlingGateway gateway = gateway(dialect);
    KlingClient first = client(gateway);
    String id = form.create(first, r -> r.prompt("A beach.")).id();
    first.close();
    gateway.advance(TASK);

    VideoTask ended = form.await(client(gateway).textToVideo().task(id));

    assertThat(ended.id()).isEqualTo(id);
    assertThat(form.download(ended, folder.resolve("later.mp4"))).hasBinaryContent(testkitsVideo());
    assertThat(gateway.createRequests()).hasSize(1);
  }

  @ParameterizedTest
  @EnumSource(Dialect.class)
  void allTasksAreListedWhereThereIsAList(Dialect dialect) {
    KlingGateway gateway = gateway(dialect);
    KlingClient kling = client(gateway);
    List<String> ids =
        Stream.of("A beach.", "A hill.", "A town.")
            .map(prompt -> kling.textToVideo().create(r -> r.prompt(prompt)).id())
            .toList();
    gateway.advance(TASK);

    if (HAS_LIST.contains(dialect)) {
      assertThat(kling.textToVideo().list(2))
          .allSatisfy(task -> assertThat(task.video().url()).startsWith(gateway.url()))
          .extracting(VideoTask::id)
          .containsExactly(ids.get(2), ids.get(1), ids.get(0));
    } else {
      assertThatThrownBy(() -> kling.textToVideo().list().count())
          .isInstanceOf(UnsupportedByServerException.class)
          .hasMessageContainingAll("list of tasks", "not supported");
      assertThat(gateway.listRequests()).hasSize(1);
    }
  }

  @ParameterizedTest
  @MethodSource("inBothForms")
  void aTaskWhoseAnswerWasLostIsFoundOrUncertain(Dialect dialect, Form form) {
    KlingGateway gateway = gateway(dialect);
    KlingClient kling = client(gateway);
    Consumer<TextToVideoRequest.Builder> request =
        r -> r.prompt("A beach. [[drop after read]]").externalTaskId("order-17");

    if (KNOWS_EXTERNAL_IDS.contains(dialect)) {
      VideoTask created = form.create(kling, request);

      assertThat(gateway.paidTasks()).containsExactly(created.id());
      assertThat(created.externalTaskId()).isEqualTo("order-17");
      assertThat(form.recover(client(gateway), "order-17").id()).isEqualTo(created.id());
      gateway.advance(TASK);
      assertThat(form.download(form.await(created), folder.resolve("beach.mp4"))).isNotEmptyFile();
    } else {
      assertUncertain(() -> form.create(kling, request));
      assertUncertain(() -> form.recover(client(gateway), "order-17"));
      assertThat(gateway.paidTasks()).hasSize(1);
    }
    assertThat(gateway.createRequests()).hasSize(1);
    assertThat(gateway.queryRequests().get(0).path()).endsWith("/text2video/order-17");
  }

  @ParameterizedTest
  @MethodSource("inBothForms")
  void aCreateThatNeverArrivedIsSentAgainOnlyWhereThatIsCertain(Dialect dialect, Form form) {
    KlingGateway gateway = gateway(dialect);
    KlingClient kling = client(gateway);
    Consumer<TextToVideoRequest.Builder> request =
        r -> r.prompt("A beach. [[drop before read once]]").externalTaskId("order-17");

    if (CODE_FOR_UNKNOWN_TASK.contains(dialect)) {
      assertThatThrownBy(() -> form.recover(kling, "order-17"))
          .isInstanceOf(NotFoundException.class);
      VideoTask created = form.create(kling, request);
      assertThat(gateway.paidTasks()).containsExactly(created.id());
      assertThat(gateway.createRequests()).hasSize(2);
    } else {
      assertUncertain(() -> form.recover(kling, "order-17"));
      assertUncertain(() -> form.create(kling, request));
      assertThat(gateway.paidTasks()).isEmpty();
      assertThat(gateway.createRequests()).hasSize(1);
    }
  }

  @ParameterizedTest
  @EnumSource(Dialect.class)
  void anIdThatIsTakenIsThatOfTheFirstTask(Dialect dialect) {
    KlingGateway gateway = gateway(dialect);
    KlingClient kling = client(gateway);
    Consumer<TextToVideoRequest.Builder> request =
        r -> r.prompt("A beach.").externalTaskId("order-17");
    VideoTask first = kling.textToVideo().create(request);

    if (KNOWS_EXTERNAL_IDS.contains(dialect)) {
      assertThat(kling.textToVideo().create(request).id()).isEqualTo(first.id());
      assertThat(gateway.paidTasks()).containsExactly(first.id());
    } else if (dialect == Dialect.NEW_API) {
      assertUncertain(() -> kling.textToVideo().create(request));
      assertThat(gateway.paidTasks()).containsExactly(first.id());
    } else {
      // The server drops the id: for it, these are two orders.
      VideoTask second = kling.textToVideo().create(request);
      assertThat(gateway.paidTasks()).containsExactly(first.id(), second.id());
    }
    assertThat(gateway.createRequests())
        .hasSize(2)
        .extracting(ReceivedRequest::body)
        .allMatch(body -> body.contains("order-17"));
  }

  private static void assertUncertain(Runnable what) {
    assertThatThrownBy(what::run)
        .isInstanceOfSatisfying(
            UncertainCreateException.class,
            e -> {
              assertThat(e.externalTaskId()).isEqualTo("order-17");
              assertThat(e).hasMessageContaining("recover(\"order-17\")");
            });
  }

  private KlingGateway gateway(Dialect dialect) {
    KlingGateway gateway = KlingGateway.builder().dialect(dialect).taskDuration(TASK).start();
    open.add(gateway);
    return gateway;
  }

  private KlingClient client(KlingGateway gateway) {
    KlingClient kling =
        KlingClient.builder()
            .gateway(Gateway.relay(gateway.url()))
            .credentials(Credentials.apiKey("sk-test"))
            .retryPolicy(Fixtures.HASTY)
            .waitPolicy(Fixtures.IMPATIENT)
            .build();
    open.add(0, kling);
    return kling;
  }

  private static byte[] testkitsVideo() throws IOException {
    try (InputStream video = KlingGateway.class.getResourceAsStream("video.mp4")) {
      return Objects.requireNonNull(video, "video.mp4").readAllBytes();
    }
  }

  /** The two forms in which each thing can be done. */
  enum Form {
    SYNC {
      @Override
      VideoTask create(KlingClient kling, Consumer<TextToVideoRequest.Builder> request) {
        return kling.textToVideo().create(request);
      }

      @Override
      VideoTask recover(KlingClient kling, String externalTaskId) {
        return kling.textToVideo().recover(externalTaskId);
      }

      @Override
      VideoTask refresh(VideoTask task) {
        return task.refresh();
      }

      @Override
      VideoTask await(VideoTask task) {
        return task.await();
      }

      @Override
      Path download(VideoTask task, Path target) {
        return task.video().downloadTo(target);
      }
    },
    ASYNC {
      @Override
      VideoTask create(KlingClient kling, Consumer<TextToVideoRequest.Builder> request) {
        return result(kling.textToVideo().createAsync(request));
      }

      @Override
      VideoTask recover(KlingClient kling, String externalTaskId) {
        return result(kling.textToVideo().recoverAsync(externalTaskId));
      }

      @Override
      VideoTask refresh(VideoTask task) {
        return result(task.refreshAsync());
      }

      @Override
      VideoTask await(VideoTask task) {
        return result(task.completion());
      }

      @Override
      Path download(VideoTask task, Path target) {
        return result(task.video().downloadToAsync(target));
      }
    };

    abstract VideoTask create(KlingClient kling, Consumer<TextToVideoRequest.Builder> request);

    abstract VideoTask recover(KlingClient kling, String externalTaskId);

    abstract VideoTask refresh(VideoTask task);

    abstract VideoTask await(VideoTask task);

    abstract Path download(VideoTask task, Path target);

    private static <T> T result(CompletableFuture<T> future) {
      try {
        return future.join();
      } catch (CompletionException e) {
        throw Attempts.cause(e) instanceof RuntimeException failure ? failure : e;
      }
    }
  }
}
