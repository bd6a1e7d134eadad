package io.github.kling4j.generated;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.kling4j.documents.operations.api.FilesApi;
import java.io.IOException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;
import mockwebserver3.MockResponse;
import mockwebserver3.MockResponseBody;
import mockwebserver3.RecordedRequest;
import okhttp3.MediaType;
import okhttp3.RequestBody;
import okhttp3.ResponseBody;
import okio.BufferedSink;
import okio.ByteString;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import retrofit2.Call;

/** Files up and down. */
final class FilesTest {
  private final Wire<FilesApi> wire = new Wire<>(FilesApi.class);

  @AfterEach
  void stop() {
    wire.close();
  }

  @ParameterizedTest
  @ValueSource(strings = {"application/octet-stream", "image/png", "text/plain", "application/xml"})
  void aFileIsSentAsItIs(String mediaType) throws Exception {
    ByteString bytes = ByteString.of((byte) 0, (byte) -1, (byte) '<', (byte) '\n');

    RecordedRequest sent =
        wire.send(api -> api.upload(RequestBody.create(bytes, MediaType.get(mediaType))));

    assertThat(sent.getMethod()).isEqualTo("PUT");
    assertThat(sent.getHeaders().values("Content-Type")).containsExactly(mediaType);
    assertThat(sent.getBody()).isEqualTo(bytes);
  }

  @Test
  void aDownloadAsksForItsMediaTypes() throws Exception {
    assertThat(wire.send(FilesApi::download).getHeaders().values("Accept"))
        .containsExactly("image/png, image/webp");
    assertThat(wire.send(FilesApi::downloadAnything).getHeaders().values("Accept"))
        .containsExactly("*/*");
    assertThat(wire.send(FilesApi::downloadText).getHeaders().values("Accept"))
        .containsExactly("text/plain");
  }

  @Test
  void aFileComesAsItIs() throws Exception {
    ByteString bytes = ByteString.of((byte) 0, (byte) -1, (byte) 10);
    MockResponse answer =
        new MockResponse.Builder()
            .addHeader("Content-Type", "image/png")
            .body(new okio.Buffer().write(bytes))
            .build();

    try (ResponseBody body = wire.answer(answer, FilesApi::download).body()) {
      assertThat(body.contentType()).isEqualTo(MediaType.get("image/png"));
      assertThat(body.byteString()).isEqualTo(bytes);
    }
  }

  @Test
  void aFileCanBeReadBeforeTheServerHasSentAllOfIt() throws Exception {
    assertStreams(FilesApi::download);
    assertStreams(FilesApi::downloadAnything);
    assertStreams(FilesApi::downloadText);
  }

  private void assertStreams(Function<FilesApi, Call<ResponseBody>> download) throws Exception {
    TwoHalves halves = new TwoHalves();
    MockResponse answer = new MockResponse.Builder().body(halves).build();

    try (ResponseBody body = wire.answer(answer, download).body()) {
      assertThat(body.source().readUtf8(5)).isEqualTo("begin");
      halves.beginWasRead.countDown();
      assertThat(body.string()).isEqualTo("end");
    }
    assertThat(halves.inTime).as("the beginning was read before the rest was sent").isTrue();
  }

  /** A body that is sent to its end only when its beginning was read, or after a long time. */
  private static final class TwoHalves implements MockResponseBody {
    final CountDownLatch beginWasRead = new CountDownLatch(1);
    final AtomicBoolean inTime = new AtomicBoolean();

    @Override
    public long getContentLength() {
      return "beginend".length();
    }

    @Override
    public void writeTo(BufferedSink sink) throws IOException {
      sink.writeUtf8("begin").flush();
      try {
        inTime.set(beginWasRead.await(10, TimeUnit.SECONDS));
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
      sink.writeUtf8("end").flush();
    }
  }
}
