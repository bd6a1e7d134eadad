package io.github.kling4j.media;

import io.github.kling4j.testkit.PromptSockets;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;
import java.util.Random;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import mockwebserver3.Dispatcher;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;
import mockwebserver3.SocketEffect;
import okhttp3.Headers;
import okio.Buffer;
import okio.ByteString;

/** A server of one large file, as RFC 9110 wants it, until it is told to do something wrong. */
final class FileServer implements AutoCloseable {
  static final int SIZE = 150_001;

  private static final Pattern RANGE = Pattern.compile("bytes=(\\d+)-");

  final MockWebServer server = new MockWebServer();
  volatile ByteString content = content(1);
  volatile Headers validators = tag("\"1\"");
  volatile boolean knowsRanges = true;
  private final List<RecordedRequest> requests = new CopyOnWriteArrayList<>();
  private final Queue<Function<RecordedRequest, MockResponse>> next = new ArrayDeque<>();

  FileServer() throws IOException {
    server.setDispatcher(
        new Dispatcher() {
          @Override
          public MockResponse dispatch(RecordedRequest request) {
            requests.add(request);
            Function<RecordedRequest, MockResponse> answer;
            synchronized (next) {
              answer = next.poll();
            }
            return answer == null ? truth(request) : answer.apply(request);
          }
        });
    server.setServerSocketFactory(new PromptSockets());
    server.start();
  }

  /** Returns bytes that are alike for the same number only. */
  static ByteString content(int number) {
    byte[] bytes = new byte[SIZE];
    new Random(number).nextBytes(bytes);
    bytes[0] = 0;
    return ByteString.of(bytes);
  }

  static Headers tag(String tag) {
    return Headers.of("ETag", tag);
  }

  static Headers date() {
    return Headers.of(
        "Last-Modified", "Tue, 03 Nov 2026 10:00:00 GMT", "Date", "Tue, 03 Nov 2026 10:00:09 GMT");
  }

  static Headers none() {
    return Headers.of();
  }

  String url() {
    return server.url("/v.mp4?sign=hunter2").toString();
  }

  /** Answers the next request so, instead of as it should. */
  FileServer then(Function<RecordedRequest, MockResponse> answer) {
    synchronized (next) {
      next.add(answer);
    }
    return this;
  }

  /** Closes the connection after so many bytes of the next body, counted from the file's first. */
  FileServer thenCut(int bytes) {
    return then(request -> cut(truth(request), bytes, true));
  }

  /** Falls silent after so many bytes of the next body. */
  FileServer thenStall(int bytes) {
    return then(request -> cut(truth(request), bytes, false));
  }

  /** Sends the next body in chunks, and closes the connection where the last, empty one is due. */
  FileServer thenCutInChunks(int bytes) {
    return then(
        request -> {
          Buffer chunk = new Buffer();
          chunk.writeHexadecimalUnsignedLong(bytes).writeUtf8("\r\n");
          chunk.write(content.substring(0, bytes)).writeUtf8("\r\n");
          return new MockResponse.Builder()
              .headers(validators)
              .addHeader("Transfer-Encoding", "chunked")
              .addHeader("Content-Type", "video/mp4")
              .body(bytes == 0 ? new Buffer() : chunk)
              .removeHeader("Content-Length")
              .onResponseEnd(new SocketEffect.CloseSocket())
              .build();
        });
  }

  static MockResponse cut(MockResponse truth, int bytes, boolean close) {
    Buffer body = body(truth);
    MockResponse.Builder cut =
        truth
            .newBuilder()
            .body(new Buffer().write(body.snapshot((int) Math.min(bytes, body.size()))))
            .setHeader("Content-Length", String.valueOf(truth.getHeaders().get("Content-Length")));
    return (close ? cut.onResponseEnd(new SocketEffect.CloseSocket()) : cut).build();
  }

  static Buffer body(MockResponse response) {
    Buffer body = new Buffer();
    try {
      if (response.getBody() != null) {
        response.getBody().writeTo(body);
      }
    } catch (IOException e) {
      throw new AssertionError(e);
    }
    return body;
  }

  MockResponse truth(RecordedRequest request) {
    MockResponse.Builder answer =
        new MockResponse.Builder().headers(validators).addHeader("Content-Type", "video/mp4");
    String range = request.getHeaders().get("Range");
    String version = request.getHeaders().get("If-Range");
    boolean same =
        version == null
            || version.equals(validators.get("ETag"))
            || version.equals(validators.get("Last-Modified"));
    if (range == null || !knowsRanges || !same) {
      return answer.body(new Buffer().write(content)).build();
    }
    Matcher matcher = RANGE.matcher(range);
    if (!matcher.matches()) {
      throw new AssertionError(range);
    }
    int first = Integer.parseInt(matcher.group(1));
    if (first >= content.size()) {
      return answer.code(416).setHeader("Content-Range", "bytes */" + content.size()).build();
    }
    return answer
        .code(206)
        .setHeader(
            "Content-Range", "bytes " + first + "-" + (content.size() - 1) + "/" + content.size())
        .body(new Buffer().write(content.substring(first)))
        .build();
  }

  /** Returns the ranges that were asked for, "" where none was. */
  List<String> ranges() {
    return requests.stream()
        .map(request -> String.valueOf(request.getHeaders().get("Range")).replace("null", ""))
        .toList();
  }

  List<RecordedRequest> requests() {
    return requests;
  }

  @Override
  public void close() {
    server.close();
  }
}
