package io.github.kling4j.testkit;

import io.github.kling4j.testkit.Effect.BrokenLine;
import io.github.kling4j.testkit.Effect.Fault;
import io.github.kling4j.testkit.Effect.WrongAnswer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.InstantSource;
import java.util.function.Supplier;
import mockwebserver3.MockResponse;
import mockwebserver3.MockResponseBody;
import mockwebserver3.SocketEffect;
import okhttp3.HttpUrl;
import okio.Buffer;
import okio.BufferedSink;
import okio.GzipSink;
import okio.Okio;
import org.jspecify.annotations.Nullable;

/** Makes of a true answer what a fault wants. */
final class Spoiler {
  private final Answers answers;
  private final InstantSource time;

  Spoiler(Answers answers, InstantSource time) {
    this.answers = answers;
    this.time = time;
  }

  /** Gives the true answer, or what a fault makes of it; a fault that isn't paid never asks. */
  MockResponse spoil(@Nullable Fault fault, HttpUrl asked, Supplier<MockResponse> answer) {
    MockResponse truth =
        fault == null || fault.paid() ? answer.get() : new MockResponse.Builder().build();
    if (fault == null) {
      return truth;
    }
    if (fault instanceof WrongAnswer wrong) {
      return HttpAnswers.wrong(wrong, answers, asked, time.instant());
    }
    MockResponse.Builder broken = truth.newBuilder();
    SocketEffect.CloseSocket close = new SocketEffect.CloseSocket();
    BrokenLine line = (BrokenLine) fault;
    return switch (line.how()) {
      case DROP -> broken.onResponseStart(close).build();
      case CUT ->
          line.bytes() < 0
              ? broken.onResponseBody(close).build()
              : beginning(truth, line.bytes()).onResponseEnd(close).build();
      case STALL -> beginning(truth, Math.max(0, line.bytes())).build();
      case GZIP -> broken.setHeader("Content-Encoding", "gzip").body(gzip(truth)).build();
      case HANG -> broken.onResponseStart(SocketEffect.Stall.INSTANCE).build();
      case GZIP_BROKEN ->
          broken.setHeader("Content-Encoding", "gzip").body(halfOfGzip(truth)).build();
      case GZIP_RUBBISH -> broken.setHeader("Content-Encoding", "gzip").build();
      case NO_ETAG -> broken.removeHeader("ETag").build();
      // The file itself was asked to be so.
      case CHANGED, NO_RANGES -> truth;
    };
  }

  /** Announces the whole body, and sends so much of it. */
  private static MockResponse.Builder beginning(MockResponse truth, int bytes) {
    Buffer body = body(truth);
    Buffer sent = new Buffer();
    sent.write(body, Math.min(bytes, body.size()));
    MockResponse.Builder beginning = truth.newBuilder().body(sent);
    String length = truth.getHeaders().get("Content-Length");
    return length == null ? beginning : beginning.setHeader("Content-Length", length);
  }

  private static Buffer body(MockResponse truth) {
    Buffer copy = new Buffer();
    MockResponseBody body = truth.getBody();
    if (body != null) {
      try {
        body.writeTo(copy);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
    return copy;
  }

  private static Buffer gzip(MockResponse truth) {
    Buffer gzip = new Buffer();
    try (BufferedSink sink = Okio.buffer(new GzipSink(gzip))) {
      sink.writeAll(body(truth));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return gzip;
  }

  private static Buffer halfOfGzip(MockResponse truth) {
    Buffer gzip = gzip(truth);
    Buffer half = new Buffer();
    half.write(gzip, gzip.size() / 2);
    return half;
  }
}
