package io.github.kling4j.media;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.kling4j.media.DownloadBench.Form;
import io.github.kling4j.model.Video;
import io.github.kling4j.retry.Retries;
import io.github.kling4j.retry.RetryPolicy;
import io.github.kling4j.retry.Timer;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import okhttp3.OkHttpClient;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** Downloads of another process: one that is killed, and one whose disk is full. */
@Timeout(value = 2, unit = TimeUnit.MINUTES)
class KilledDownloadTest {
  private static final int BYTES = 70_000;

  private final List<Process> processes = new ArrayList<>();

  @TempDir Path folder;

  /** The process that downloads, and tells how that ended. */
  static final class Downloader {
    private Downloader() {}

    public static void main(String[] args) {
      try (Retries retries = new Retries(RetryPolicy.never(), Timer.system())) {
        VideoDownloader downloader =
            new VideoDownloader(new OkHttpClient(), retries, failure -> failure);
        DownloadableVideo video =
            new DownloadableVideo(Video.builder().id("1").build(), args[0], "17", downloader);
        System.out.println(video.downloadTo(Path.of(args[1])));
      } catch (RuntimeException e) {
        System.out.println(e.getMessage());
      }
      System.exit(0);
    }
  }

  @AfterEach
  void endAll() {
    processes.forEach(Process::destroyForcibly);
  }

  @Test
  void whatAKilledProcessHasLeftIsKeptFromOthersWhileItLivesAndGoneOnWithAfterwards()
      throws Exception {
    Path part = folder.resolve(".v.mp4.part");
    try (DownloadBench bench = new DownloadBench(folder, RetryPolicy.never())) {
      bench.file.thenStall(BYTES);
      Process process = start("", bench.file.url(), bench.target);
      while (!Files.exists(part) || Files.size(part) < BYTES) {
        assertThat(process.isAlive()).as("%s", (Object) process).isTrue();
        Thread.onSpinWait();
      }

      assertThat(bench.failure(Form.SYNC)).hasMessageContaining("another download is writing");
      process.destroyForcibly();
      assertThat(process.waitFor()).isNotZero();
      assertThat(bench.names()).containsExactly(".v.mp4.part", ".v.mp4.part.info");
      bench.run(Form.ASYNC);

      bench.assertWhole();
      assertThat(bench.file.ranges()).containsExactly("", "bytes=" + BYTES + "-");
    }
  }

  @Test
  @DisabledOnOs(value = OS.WINDOWS, disabledReason = "only a shell can limit the size of files")
  void aDiskThatTakesNoMoreIsToldAndWhatItTookIsKept() throws Exception {
    try (DownloadBench bench = new DownloadBench(folder, RetryPolicy.never())) {
      // Blocks of 512 or 1,024 bytes: a file may have 51,200 or 102,400 bytes.
      Process process = start("ulimit -f 100; ", bench.file.url(), bench.target);
      String told =
          new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();

      assertThat(told).contains("17", folder.resolve(".v.mp4.part").toString(), "too large");
      assertThat(told).contains("bytes are kept").doesNotContain("hunter2");
      assertThat(bench.names()).containsExactly(".v.mp4.part", ".v.mp4.part.info");
      bench.run(Form.SYNC);

      bench.assertWhole();
      assertThat(bench.file.ranges().get(1)).isIn("bytes=51200-", "bytes=102400-");
    }
  }

  private Process start(String before, String url, Path target) throws IOException {
    List<String> java =
        List.of(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-XX:TieredStopAtLevel=1",
            "-Xshare:auto",
            "-XX:-UsePerfData",
            "-cp",
            System.getProperty("java.class.path"),
            Downloader.class.getName(),
            url,
            target.toString());
    List<String> command = new ArrayList<>(java);
    if (!before.isEmpty()) {
      command.addAll(0, List.of("/bin/sh", "-c", before + "exec \"$0\" \"$@\""));
    }
    ProcessBuilder builder = new ProcessBuilder(command);
    builder.environment().remove("JAVA_TOOL_OPTIONS");
    Process process = builder.redirectErrorStream(true).start();
    processes.add(process);
    return process;
  }
}
