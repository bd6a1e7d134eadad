package io.github.kling4j.media;

import static io.github.kling4j.media.DownloadBench.attempts;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.kling4j.error.DownloadException;
import io.github.kling4j.media.DownloadBench.Form;
import io.github.kling4j.retry.RetryPolicy;
import io.github.kling4j.retry.Timer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import mockwebserver3.MockResponse;
import mockwebserver3.RecordedRequest;
import okhttp3.Headers;
import okio.Buffer;
import okio.ByteString;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Downloads that break off, at every kind of byte, and go on. */
class ResumeTest {
  /** Before the first byte, around OkHttp's segments and the chunks of progress, at the end. */
  private static final List<Integer> BOUNDARIES =
      List.of(
          0,
          1,
          8_191,
          8_192,
          8_193,
          65_535,
          65_536,
          65_537,
          FileServer.SIZE / 2,
          FileServer.SIZE - 1);

  @TempDir Path folder;

  /** How the server tells one version of the file from another. */
  enum Kind {
    TAG,
    DATE,
    NONE;

    Headers headers() {
      return switch (this) {
        case TAG -> FileServer.tag("\"1\"");
        case DATE -> FileServer.date();
        case NONE -> FileServer.none();
      };
    }
  }

  static Stream<Arguments> cuts() {
    List<Arguments> cuts = new ArrayList<>();
    for (Form form : Form.values()) {
      for (Kind kind : Kind.values()) {
        BOUNDARIES.forEach(bytes -> cuts.add(Arguments.of(form, kind, bytes)));
      }
    }
    return cuts.stream();
  }

  static Stream<Arguments> fewCuts() {
    return cuts().filter(cut -> List.of(0, 65_537).contains(cut.get()[2]));
  }

  @ParameterizedTest
  @MethodSource("cuts")
  void aDownloadThatIsCutGoesOnWhereItWas(Form form, Kind kind, int bytes) throws IOException {
    try (DownloadBench bench = new DownloadBench(folder, attempts(2))) {
      bench.file.validators = kind.headers();
      bench.file.thenCut(bytes);

      bench.run(form);

      bench.assertWhole();
      assertThat(bench.file.ranges()).containsExactly("", range(kind, bytes));
      assertThat(bench.file.requests().get(1).getHeaders().get("If-Range"))
          .isEqualTo(range(kind, bytes).isEmpty() ? null : validator(kind));
    }
  }

  @ParameterizedTest
  @EnumSource
  void aDownloadThatGetsFurtherByEachAttemptIsNotGivenUp(Form form) throws IOException {
    try (DownloadBench bench = new DownloadBench(folder, attempts(2))) {
      bench.file.validators = Kind.TAG.headers();
      int step = 66_000;
      bench.file.thenCut(step).thenCut(step);

      bench.run(form);

      bench.assertWhole();
      assertThat(bench.file.ranges())
          .containsExactly("", "bytes=" + step + "-", "bytes=" + 2 * step + "-");
    }
  }

  @ParameterizedTest
  @EnumSource
  void aDownloadThatHardlyGetsFurtherIsGivenUp(Form form) throws IOException {
    try (DownloadBench bench = new DownloadBench(folder, attempts(2))) {
      bench.file.validators = Kind.TAG.headers();
      bench.file.thenCut(100).thenCut(100);

      assertThat(bench.failure(form)).hasMessageContaining("200 bytes are kept");

      assertThat(bench.file.ranges()).containsExactly("", "bytes=100-");
    }
  }

  @ParameterizedTest
  @EnumSource
  void whatIsBegunAnewEachTimeGetsNoFurther(Form form) throws IOException {
    try (DownloadBench bench = new DownloadBench(folder, attempts(2))) {
      bench.file.validators = Kind.NONE.headers();
      int step = 66_000;
      bench.file.thenCut(step).thenCut(2 * step);

      bench.failure(form);

      assertThat(bench.file.ranges()).containsExactly("", "");
    }
  }

  @ParameterizedTest
  @MethodSource("fewCuts")
  void aDownloadThatFallsSilentGoesOnWhereItWas(Form form, Kind kind, int bytes)
      throws IOException {
    try (DownloadBench bench =
        new DownloadBench(folder, attempts(2), Timer.system(), Duration.ofMillis(400))) {
      bench.file.validators = kind.headers();
      bench.file.thenStall(bytes);

      bench.run(form);

      bench.assertWhole();
      assertThat(bench.file.ranges()).containsExactly("", range(kind, bytes));
    }
  }

  @ParameterizedTest
  @MethodSource("cuts")
  void chunksThatAreCutGoOnToo(Form form, Kind kind, int bytes) throws IOException {
    try (DownloadBench bench = new DownloadBench(folder, attempts(2))) {
      bench.file.validators = kind.headers();
      bench.file.thenCutInChunks(bytes);

      bench.run(form);

      bench.assertWhole();
      assertThat(bench.file.ranges()).containsExactly("", range(kind, bytes));
    }
  }

  @ParameterizedTest
  @MethodSource("cuts")
  void aLaterDownloadGoesOnWhereAnEarlierOneWas(Form form, Kind kind, int bytes)
      throws IOException {
    try (DownloadBench bench = new DownloadBench(folder, RetryPolicy.never())) {
      bench.file.validators = kind.headers();
      bench.file.thenCut(bytes);

      DownloadException e = bench.failure(form);

      boolean kept = kind != Kind.NONE && bytes > 0;
      assertThat(bench.names())
          .isEqualTo(kept ? List.of(".v.mp4.part", ".v.mp4.part.info") : List.of());
      assertThat(e.isTransient()).isTrue();
      if (kept) {
        assertThat(e).hasMessageContaining("%,d bytes are kept", bytes);
      }

      try (DownloadBench later = new DownloadBench(folder, RetryPolicy.never())) {
        later.file.validators = kind.headers();
        later.run(form);

        later.assertWhole();
        assertThat(later.file.ranges()).containsExactly(range(kind, bytes));
      }
    }
  }

  @Test
  void severalBreaksAreGoneOnWith() throws IOException {
    try (DownloadBench bench = new DownloadBench(folder, attempts(4))) {
      bench.file.thenCut(1).thenCut(10_000).thenCut(70_000);

      bench.run(Form.SYNC);

      bench.assertWhole();
      assertThat(bench.file.ranges())
          .containsExactly("", "bytes=1-", "bytes=10001-", "bytes=80001-");
    }
  }

  @Test
  void aBodyThatIsWholeIsNotAskedForAgainThoughTheConnectionEndsWithIt() throws IOException {
    try (DownloadBench bench = new DownloadBench(folder, attempts(2))) {
      bench.file.thenCut(FileServer.SIZE);

      bench.run(Form.SYNC);

      bench.assertWhole();
      assertThat(bench.file.requests()).hasSize(1);
    }
  }

  @ParameterizedTest
  @EnumSource(Form.class)
  void chunksThatAreAllThereAreTakenForWholeWhenTheServerSaysSo(Form form) throws IOException {
    try (DownloadBench bench = new DownloadBench(folder, attempts(2))) {
      bench.file.thenCutInChunks(FileServer.SIZE);

      bench.run(form);

      bench.assertWhole();
      assertThat(bench.file.ranges()).containsExactly("", "bytes=" + FileServer.SIZE + "-");
    }
  }

  @Test
  void aFileOfAnotherVersionIsNotTakenForWholeSinceItIsAsLong() throws IOException {
    try (DownloadBench bench = new DownloadBench(folder, attempts(2))) {
      bench.file.thenCutInChunks(FileServer.SIZE);
      bench.file.then(
          request -> {
            bench.file.content = FileServer.content(2);
            bench.file.validators = FileServer.tag("\"2\"");
            return new MockResponse.Builder()
                .code(416)
                .headers(bench.file.validators)
                .addHeader("Content-Range", "bytes */" + FileServer.SIZE)
                .build();
          });

      bench.run(Form.SYNC);

      bench.assertWhole();
      assertThat(bench.file.requests()).hasSize(3);
    }
  }

  @Test
  void whatIsWholeButHasNoNameYetIsAskedForItsLastByte() throws IOException {
    try (DownloadBench bench = new DownloadBench(folder, RetryPolicy.never())) {
      bench.file.thenCut(1_000);
      bench.failure(Form.SYNC);
      Files.write(folder.resolve(".v.mp4.part"), bench.file.content.toByteArray());

      bench.run(Form.SYNC);

      bench.assertWhole();
      assertThat(bench.file.ranges()).containsExactly("", "bytes=" + (FileServer.SIZE - 1) + "-");
    }
  }

  @Test
  void moreBytesThanTheFileHasAreNotGoneOnWith() throws IOException {
    try (DownloadBench bench = new DownloadBench(folder, RetryPolicy.never())) {
      bench.file.thenCut(1_000);
      bench.failure(Form.SYNC);
      Files.write(folder.resolve(".v.mp4.part"), new byte[FileServer.SIZE + 1]);

      bench.run(Form.SYNC);

      bench.assertWhole();
      assertThat(bench.file.ranges()).containsExactly("", "");
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "\n", "kling4j partial download 1", "x\ny\n\"1\"\n150001\nend", "\u00ff"})
  void bytesWhoseNoteIsNotWholeAreNotGoneOnWith(String note) throws IOException {
    try (DownloadBench bench = new DownloadBench(folder, RetryPolicy.never())) {
      Files.write(folder.resolve(".v.mp4.part"), new byte[1_000]);
      Files.writeString(
          folder.resolve(".v.mp4.part.info"), note, java.nio.charset.StandardCharsets.ISO_8859_1);

      bench.run(Form.SYNC);

      bench.assertWhole();
      assertThat(bench.file.ranges()).containsExactly("");
    }
  }

  @Test
  void bytesOfAnotherVideoAreNotGoneOnWith() throws IOException {
    try (DownloadBench bench = new DownloadBench(folder, RetryPolicy.never())) {
      bench.file.thenCut(1_000);
      bench.failure(Form.SYNC);

      bench.video(bench.file.url(), "2", null).downloadTo(bench.target);

      bench.assertWhole();
      assertThat(bench.file.ranges()).containsExactly("", "");
    }
  }

  @ParameterizedTest
  @EnumSource(Form.class)
  void aFileThatHasChangedInBetweenIsBegunAnew(Form form) throws IOException {
    try (DownloadBench bench = new DownloadBench(folder, attempts(2))) {
      bench.file.thenCut(70_000);
      bench.file.then(
          request -> {
            bench.file.content = FileServer.content(2);
            bench.file.validators = FileServer.tag("\"2\"");
            return bench.file.truth(request);
          });

      bench.run(form);

      bench.assertWhole();
      assertThat(bench.file.ranges()).containsExactly("", "bytes=70000-");
    }
  }

  @Test
  void aServerThatKnowsNoRangesSendsTheFileFromItsBeginning() throws IOException {
    try (DownloadBench bench = new DownloadBench(folder, attempts(2))) {
      bench.file.knowsRanges = false;
      bench.file.thenCut(70_000);

      bench.run(Form.ASYNC);

      bench.assertWhole();
      assertThat(bench.file.ranges()).containsExactly("", "bytes=70000-");
    }
  }

  /** What a server may get wrong about a part. */
  enum Misfit {
    FROM_THE_BEGINNING("Content-Range", "bytes 0-150000/150001"),
    FROM_ONE_BYTE_EARLIER("Content-Range", "bytes 69999-150000/150001"),
    FROM_ONE_BYTE_LATER("Content-Range", "bytes 70001-150000/150001"),
    OF_A_LONGER_FILE("Content-Range", "bytes 70000-150000/150002"),
    OF_A_SHORTER_FILE("Content-Range", "bytes 70000-149999/150000"),
    LONGER_THAN_ITS_RANGE("Content-Range", "bytes 70000-149999/150001"),
    WITHOUT_A_RANGE("Content-Range", null),
    IN_OTHER_UNITS("Content-Range", "lines 70000-150000/150001"),
    BACKWARDS("Content-Range", "bytes 70000-69999/150001"),
    OF_ANOTHER_VERSION("ETag", "\"2\""),
    OF_A_WEAK_VERSION("ETag", "W/\"1\""),
    WITHOUT_A_VERSION("ETag", null),
    COMPRESSED("Content-Encoding", "gzip");

    private final String header;
    private final String value;

    Misfit(String header, String value) {
      this.header = header;
      this.value = value;
    }

    /** A body that goes with the header, so that nothing else gives it away. */
    MockResponse of(MockResponse truth, ByteString content) {
      MockResponse.Builder answer = truth.newBuilder();
      if (name().startsWith("FROM_") && value != null) {
        int first = Integer.parseInt(value.substring(6, value.indexOf('-')));
        answer.body(new Buffer().write(content.substring(first)));
      }
      return (value == null ? answer.removeHeader(header) : answer.setHeader(header, value))
          .build();
    }
  }

  @ParameterizedTest
  @EnumSource(Misfit.class)
  void aPartThatDoesNotFitIsThrownAwayAndTheFileBegunAnew(Misfit misfit) throws IOException {
    for (Form form : Form.values()) {
      try (DownloadBench bench = new DownloadBench(folder, attempts(2))) {
        bench
            .file
            .thenCut(70_000)
            .then(request -> misfit.of(bench.file.truth(request), bench.file.content));

        bench.run(form, replacing());

        bench.assertWhole();
        assertThat(bench.file.ranges()).containsExactly("", "bytes=70000-", "");
      }
    }
  }

  @Test
  void aPartShorterThanTheRestIsTakenAndGoneOnWith() throws IOException {
    try (DownloadBench bench = new DownloadBench(folder, attempts(3))) {
      bench.file.thenCut(70_000);
      bench.file.then(
          request ->
              bench
                  .file
                  .truth(request)
                  .newBuilder()
                  .setHeader("Content-Range", "bytes 70000-70009/150001")
                  .body(new Buffer().write(bench.file.content.substring(70_000, 70_010)))
                  .build());

      bench.run(Form.SYNC);

      bench.assertWhole();
      assertThat(bench.file.ranges()).containsExactly("", "bytes=70000-", "bytes=70010-");
    }
  }

  @Test
  void aRangeThatIsRefusedIsNotAskedForAgain() throws IOException {
    try (DownloadBench bench = new DownloadBench(folder, attempts(2))) {
      bench.file.thenCut(70_000).then(request -> new MockResponse.Builder().code(416).build());

      bench.run(Form.SYNC);

      bench.assertWhole();
      assertThat(bench.file.ranges()).containsExactly("", "bytes=70000-", "");
    }
  }

  @Test
  void aRangeThatNobodyAskedForIsNoFile() throws IOException {
    try (DownloadBench bench = new DownloadBench(folder, attempts(2))) {
      bench.file.then(
          request ->
              bench
                  .file
                  .truth(request)
                  .newBuilder()
                  .code(206)
                  .setHeader("Content-Range", "bytes 0-150000/150002")
                  .build());

      assertThat(bench.failure(Form.SYNC)).hasMessageContaining("HTTP 206");
      assertThat(bench.names()).isEmpty();
    }
  }

  /** Tags that do not tell one version from another, byte by byte. */
  static Stream<Headers> notStrong() {
    return Stream.of(
        FileServer.tag("W/\"1\""),
        FileServer.tag("1"),
        FileServer.tag("\"\""),
        FileServer.tag("\"" + "1".repeat(300) + "\""),
        Headers.of("Last-Modified", "Tue, 03 Nov 2026 10:00:00 GMT"),
        Headers.of(
            "Last-Modified",
            "Tue, 03 Nov 2026 10:00:00 GMT",
            "Date",
            "Tue, 03 Nov 2026 10:00:00 GMT"),
        Headers.of("Last-Modified", "yesterday", "Date", "Tue, 03 Nov 2026 10:00:00 GMT"));
  }

  @ParameterizedTest
  @MethodSource("notStrong")
  void bytesOfAVersionThatMayBeAnotherAreNotKept(Headers validators) throws IOException {
    try (DownloadBench bench = new DownloadBench(folder, RetryPolicy.never())) {
      bench.file.validators = validators;
      bench.file.thenCut(70_000);

      bench.failure(Form.SYNC);

      assertThat(bench.names()).isEmpty();
    }
  }

  @Test
  void whereNothingIsToBeGoneOnWithNothingIsKept() throws IOException {
    DownloadPolicy policy = DownloadPolicy.builder().resume(false).build();
    try (DownloadBench bench = new DownloadBench(folder, attempts(2))) {
      bench.file.thenCut(70_000).thenCut(70_000);

      bench.failure(Form.SYNC, policy);
      assertThat(bench.names()).isEmpty();
      bench.run(Form.SYNC, policy);

      bench.assertWhole();
      assertThat(bench.file.ranges()).containsExactly("", "", "");
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {403, 500, 200})
  void aFailureOfTheServerCostsNoByteThatIsThere(int status) throws IOException {
    try (DownloadBench bench = new DownloadBench(folder, RetryPolicy.never())) {
      bench.file.thenCut(70_000);
      bench.file.then(
          request ->
              new MockResponse.Builder()
                  .code(status)
                  .addHeader("Content-Type", "text/html")
                  .body("<html>")
                  .build());
      bench.failure(Form.SYNC);
      bench.failure(Form.SYNC);

      bench.run(Form.SYNC);

      bench.assertWhole();
      assertThat(bench.file.ranges()).containsExactly("", "bytes=70000-", "bytes=70000-");
    }
  }

  @Test
  void aBodyThatIsLongerThanItsRangeIsNotTaken() throws IOException {
    try (DownloadBench bench = new DownloadBench(folder, attempts(3))) {
      bench.file.thenCut(70_000);
      bench.file.then(request -> inOneChunk(bench.file.truth(request), bench.file.content));

      bench.run(Form.SYNC);

      bench.assertWhole();
      assertThat(bench.file.ranges()).containsExactly("", "bytes=70000-", "");
    }
  }

  private static MockResponse inOneChunk(MockResponse truth, ByteString body) {
    return truth.newBuilder().chunkedBody(new Buffer().write(body), body.size()).build();
  }

  @Test
  void theNameOfWhatIsKeptIsNotTooLongWhereTheTargetsIsAsLongAsCanBe() throws IOException {
    UnaryOperator<String> fill = letter -> letter.repeat(255 / letter.length());
    try (DownloadBench bench = new DownloadBench(folder, attempts(2))) {
      for (String name : List.of(fill.apply("v"), fill.apply("x".repeat(100)) + "y")) {
        bench.file.thenCut(70_000);

        Path path = bench.video().downloadTo(folder.resolve(name));

        assertThat(path).hasBinaryContent(bench.file.content.toByteArray());
      }
      assertThat(bench.file.ranges()).containsExactly("", "bytes=70000-", "", "bytes=70000-");
      assertThat(bench.names()).hasSize(2);
    }
  }

  @Test
  void noQueryOfAnAddressIsInWhatIsKept() throws IOException {
    try (DownloadBench bench = new DownloadBench(folder, RetryPolicy.never())) {
      bench.file.thenCut(70_000);
      bench.failure(Form.SYNC);

      assertThat(folder.resolve(".v.mp4.part.info"))
          .content()
          .contains("\"1\"", "150001")
          .doesNotContain("hunter2", "sign", "http");
    }
  }

  @Test
  void rangesAreOfTheFileAndNotOfACompressedOne() throws IOException {
    try (DownloadBench bench = new DownloadBench(folder, attempts(2))) {
      bench.file.thenCut(70_000);

      bench.run(Form.SYNC);

      assertThat(bench.file.requests())
          .extracting((RecordedRequest request) -> request.getHeaders().get("Accept-Encoding"))
          .containsExactly("identity", "identity");
    }
  }

  private static DownloadPolicy replacing() {
    return DownloadPolicy.builder().ifExists(DownloadPolicy.IfExists.REPLACE).build();
  }

  private static String range(Kind kind, int bytes) {
    return kind == Kind.NONE || bytes == 0 ? "" : "bytes=" + bytes + "-";
  }

  private static String validator(Kind kind) {
    Headers headers = kind.headers();
    return kind == Kind.TAG ? headers.get("ETag") : headers.get("Last-Modified");
  }
}
