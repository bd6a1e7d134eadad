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
    return switch (((BrokenLine) fault).how()) {
      case DROP -> broken.onResponseStart(close).build();
      case CUT -> broken.onResponseBody(close).build();
      case HANG -> broken.onResponseStart(SocketEffect.Stall.INSTANCE).build();
      case GZIP_BROKEN ->
          broken.setHeader("Content-Encoding", "gzip").body(halfOfGzip(truth)).build();
      case GZIP_RUBBISH -> broken.setHeader("Content-Encoding", "gzip").build();
    };
  }

  private static Buffer halfOfGzip(MockResponse truth) {
    Buffer gzip = new Buffer();
    MockResponseBody body = truth.getBody();
    try (BufferedSink sink = Okio.buffer(new GzipSink(gzip))) {
      if (body != null) {
        body.writeTo(sink);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    Buffer half = new Buffer();
    half.write(gzip, gzip.size() / 2);
    return half;
  }
}
