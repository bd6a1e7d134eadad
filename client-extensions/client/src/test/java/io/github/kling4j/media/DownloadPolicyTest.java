package io.github.kling4j.media;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.kling4j.error.DownloadException;
import io.github.kling4j.media.DownloadBench.Form;
import io.github.kling4j.media.DownloadPolicy.IfExists;
import io.github.kling4j.model.Video;
import io.github.kling4j.retry.Retries;
import io.github.kling4j.retry.RetryPolicy;
import io.github.kling4j.retry.Timer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.concurrent.ExecutionException;
import mockwebserver3.MockResponse;
import okio.Buffer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class DownloadPolicyTest {
  @TempDir Path folder;

  private DownloadBench bench;

  @BeforeEach
  void start() throws IOException {
    bench = new DownloadBench(folder, DownloadBench.attempts(2));
  }

  @AfterEach
  void close() {
    bench.close();
  }

  @ParameterizedTest
  @ValueSource(longs = {0, -1, Long.MIN_VALUE})
  void aLimitIsMoreThanZero(long bytes) {
    assertThatThrownBy(() -> DownloadPolicy.builder().maxBytes(bytes))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(Long.toString(bytes));
  }

  @ParameterizedTest
  @EnumSource(Form.class)
  void aFileThatIsThereIsSkippedIfThatIsWished(Form form) throws IOException {
    Files.writeString(bench.target, "mine");

    Path path = bench.run(form, ifExists(IfExists.SKIP));

    assertThat(path).isEqualTo(bench.target).hasContent("mine");
    assertThat(bench.file.requests()).isEmpty();
  }

  @Test
  void aFolderIsNotSkipped() throws IOException {
    Files.createDirectory(bench.target);

    assertThat(bench.failure(Form.SYNC, ifExists(IfExists.SKIP))).hasMessageContaining("folder");
  }

  @ParameterizedTest
  @EnumSource(Form.class)
  void aFileThatIsThereIsReplacedIfThatIsWished(Form form) throws IOException {
    Files.writeString(bench.target, "mine");

    bench.run(form, ifExists(IfExists.REPLACE));

    bench.assertWhole();
  }

  @Test
  void thePolicyOfTheClientHoldsUnlessAnOptionSaysOtherwise() throws IOException {
    Files.writeString(bench.target, "mine");
    try (Retries retries = new Retries(RetryPolicy.never(), Timer.system())) {
      VideoDownloader skipping =
          new VideoDownloader(bench.http, retries, e -> e, ifExists(IfExists.SKIP));
      DownloadableVideo video =
          new DownloadableVideo(Video.builder().build(), bench.file.url(), "17", skipping);

      assertThat(video.downloadTo(bench.target)).hasContent("mine");
      video.downloadTo(bench.target, StandardCopyOption.REPLACE_EXISTING);
    }

    bench.assertWhole();
  }

  @ParameterizedTest
  @EnumSource(Form.class)
  void aFileThatSaysItIsTooLargeIsNotFetched(Form form) throws IOException {
    DownloadException e = bench.failure(form, maxBytes(FileServer.SIZE - 1));

    assertThat(e).hasMessageContainingAll("150,001", "150,000");
    assertThat(e.isTransient()).isFalse();
    assertThat(bench.names()).isEmpty();
    assertThat(bench.file.requests()).hasSize(1);
  }

  @Test
  void aFileAsLargeAsTheLimitIsTaken() throws IOException {
    bench.run(Form.SYNC, maxBytes(FileServer.SIZE));

    bench.assertWhole();
  }

  @ParameterizedTest
  @EnumSource(Form.class)
  void aFileThatTurnsOutTooLargeIsNotKept(Form form) throws IOException {
    bench.file.then(
        request ->
            new MockResponse.Builder()
                .headers(bench.file.validators)
                .chunkedBody(new Buffer().write(bench.file.content), 8_192)
                .build());

    assertThat(bench.failure(form, maxBytes(100_000))).hasMessageContaining("100,000");

    assertThat(bench.names()).isEmpty();
  }

  @Test
  void aRestThatIsTooLargeIsNotFetched() throws IOException {
    bench.file.thenCut(1_000).thenCut(1_000);
    bench.failure(Form.SYNC);

    bench.failure(Form.SYNC, maxBytes(100_000));

    assertThat(bench.names()).isEmpty();
  }

  @ParameterizedTest
  @EnumSource(Form.class)
  void theListenerIsToldHowFarItIs(Form form) throws IOException {
    List<DownloadProgress> told = new ArrayList<>();
    bench.file.thenCut(70_000);

    bench.run(form, DownloadPolicy.builder().listener(told::add).build());

    // It begins, 64 KiB have come, it goes on, 64 KiB have come, all is there.
    assertThat(told).extracting(DownloadProgress::bytes).first().isEqualTo(0L);
    assertThat(told).extracting(DownloadProgress::bytes).contains(70_000L).isSorted();
    assertThat(told).extracting(DownloadProgress::bytes).last().isEqualTo(150_001L);
    assertThat(told).hasSizeBetween(5, 7);
    assertThat(told)
        .allSatisfy(
            progress -> {
              assertThat(progress.total()).isEqualTo(OptionalLong.of(150_001));
              assertThat(progress.taskId()).isEqualTo("17");
              assertThat(progress.target()).isEqualTo(bench.target);
              assertThat(progress.elapsed()).isGreaterThanOrEqualTo(Duration.ZERO);
            });
  }

  @Test
  void theListenerIsNotToldATotalThatIsNotKnown() throws IOException {
    List<DownloadProgress> told = new ArrayList<>();
    bench.file.thenCutInChunks(0);
    bench.file.then(
        request ->
            new MockResponse.Builder()
                .chunkedBody(new Buffer().write(bench.file.content), 9)
                .build());

    bench.run(Form.SYNC, DownloadPolicy.builder().listener(told::add).build());

    assertThat(told.get(0).total()).isEmpty();
    assertThat(told.get(told.size() - 1).total()).hasValue(150_001);
  }

  @Test
  void aListenerThatThrowsEndsTheDownloadWhichCanBeGoneOnWith() throws Exception {
    DownloadPolicy policy =
        DownloadPolicy.builder()
            .listener(
                progress -> {
                  if (progress.bytes() > 0) {
                    throw new IllegalStateException("enough");
                  }
                })
            .build();

    assertThatThrownBy(() -> bench.video().downloadTo(bench.target, policy))
        .isInstanceOf(IllegalStateException.class);
    assertThat(bench.file.requests()).hasSize(1);
    assertThatThrownBy(() -> bench.video().downloadToAsync(bench.target, policy).get())
        .isInstanceOf(ExecutionException.class)
        .hasRootCauseInstanceOf(IllegalStateException.class);
    assertThat(bench.names()).contains(".v.mp4.part").doesNotContain("v.mp4");

    bench.run(Form.SYNC);

    bench.assertWhole();
  }

  @Test
  void aPolicyIsChangedWithoutWhatIsNotSaid() throws IOException {
    List<DownloadProgress> told = new ArrayList<>();
    DownloadPolicy policy =
        maxBytes(FileServer.SIZE - 1).toBuilder()
            .resume(false)
            .listener(told::add)
            .ifExists(IfExists.REPLACE)
            .build()
            .toBuilder()
            .build();
    Files.writeString(bench.target, "mine");

    assertThat(bench.failure(Form.SYNC, policy)).hasMessageContaining("150,000");
    bench.file.thenCut(1_000).thenCut(1_000);
    bench.failure(Form.SYNC, policy.toBuilder().maxBytes(FileServer.SIZE).build());

    assertThat(bench.names()).containsExactly("v.mp4");
    assertThat(told).isNotEmpty();
  }

  private static DownloadPolicy ifExists(IfExists ifExists) {
    return DownloadPolicy.builder().ifExists(ifExists).build();
  }

  private static DownloadPolicy maxBytes(long bytes) {
    return DownloadPolicy.builder().maxBytes(bytes).build();
  }
}
