package io.github.kling4j;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import com.sun.net.httpserver.HttpServer;
import io.github.kling4j.auth.Credentials;
import io.github.kling4j.task.VideoTask;
import io.github.kling4j.task.WaitPolicy;
import io.github.kling4j.testkit.KlingGateway;
import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Proxy;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.http.HttpHeaders;

/** The README's receivers of callbacks receive some. */
@Timeout(30)
class ReadmeCallbacksTest {
  private static final Path EXAMPLES =
      Path.of("src/test/java/io/github/kling4j/ReadmeCallbacks.java");
  private static final String SECRET = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";

  private final KlingGateway gateway =
      KlingGateway.builder().taskDuration(Duration.ofHours(4)).signCallbacks(SECRET).start();
  private final KlingClient kling =
      KlingClient.builder()
          .gateway(Gateway.relay(gateway.url()))
          .credentials(Credentials.apiKey("sk-test"))
          .callbackSecret(SECRET)
          .waitPolicy(
              WaitPolicy.builder()
                  .firstDelay(Duration.ofHours(1))
                  .deadline(Duration.ofHours(2))
                  .build())
          .build();
  private HttpServer server;

  enum Receiver {
    SERVLET,
    SPRING,
    JDK
  }

  @BeforeEach
  void listen() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.start();
  }

  @AfterEach
  void close() {
    server.stop(0);
    kling.close();
    gateway.close();
  }

  @Test
  void whatIsShownOfReceivingIsWhatRunsHere() throws IOException {
    String compiled = Files.readString(EXAMPLES);
    List<String> shown = ReadmeTest.blocks(ReadmeTest.section("Callbacks"));

    assertThat(shown).hasSize(3);
    assertThat(shown).allSatisfy(code -> assertThat(compiled).contains(code.indent(4)));
  }

  @ParameterizedTest
  @EnumSource
  void itEndsAWaitByASignedCallback(Receiver receiver) throws Exception {
    serve(receiver);
    VideoTask task =
        kling.textToVideo().create(r -> r.prompt("A beach.").callbackUrl(address().toString()));
    CompletableFuture<VideoTask> wait = task.completion();

    gateway.advance(Duration.ofHours(4));

    assertThat(wait.get(20, TimeUnit.SECONDS).succeeded()).isTrue();
    assertThat(gateway.queryRequests()).isEmpty();
  }

  @ParameterizedTest
  @EnumSource
  void itTellsTheSenderOfAForgedOneAStatusAndNothingElse(Receiver receiver) throws Exception {
    serve(receiver);
    HttpRequest forged =
        HttpRequest.newBuilder(address())
            .POST(HttpRequest.BodyPublishers.ofString("{\"task_id\":\"17\"}"))
            .build();

    HttpResponse<String> answer =
        HttpClient.newHttpClient().send(forged, HttpResponse.BodyHandlers.ofString());

    assertThat(answer.statusCode()).isEqualTo(401);
    assertThat(answer.body()).isEmpty();
  }

  private URI address() {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/kling/callback");
  }

  /** The JDK's server stands for the containers of the other two. */
  private void serve(Receiver receiver) {
    switch (receiver) {
      case JDK -> ReadmeCallbacks.jdk(server, kling);
      case SERVLET -> {
        ReadmeCallbacks.Servlet servlet = new ReadmeCallbacks.Servlet(kling);
        contain(
            exchange -> {
              AtomicInteger status = new AtomicInteger(200);
              servlet.doPost(request(exchange), response(status));
              answer(exchange, status.get());
            });
      }
      case SPRING -> {
        ReadmeCallbacks.Spring controller = new ReadmeCallbacks.Spring(kling);
        contain(
            exchange -> {
              HttpHeaders headers = new HttpHeaders();
              exchange.getRequestHeaders().forEach(headers::addAll);
              byte[] body = exchange.getRequestBody().readAllBytes();
              answer(exchange, controller.callback(headers, body).getStatusCode().value());
            });
      }
    }
  }

  private void contain(HttpHandler handler) {
    server.createContext("/kling/callback", handler);
  }

  private static void answer(HttpExchange exchange, int status) throws IOException {
    exchange.sendResponseHeaders(status, -1);
    exchange.close();
  }

  private static HttpServletRequest request(HttpExchange exchange) {
    return proxy(
        HttpServletRequest.class,
        (proxy, method, arguments) ->
            switch (method.getName()) {
              case "getHeader" -> exchange.getRequestHeaders().getFirst((String) arguments[0]);
              case "getInputStream" -> new Body(exchange.getRequestBody());
              default -> throw new UnsupportedOperationException(method.toString());
            });
  }

  private static HttpServletResponse response(AtomicInteger status) {
    return proxy(
        HttpServletResponse.class,
        (proxy, method, arguments) -> {
          assertThat(method.getName()).isEqualTo("setStatus");
          status.set((Integer) arguments[0]);
          return null;
        });
  }

  private static <T> T proxy(Class<T> type, InvocationHandler handler) {
    return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, handler));
  }

  private static final class Body extends ServletInputStream {
    private final InputStream stream;

    Body(InputStream stream) {
      this.stream = stream;
    }

    @Override
    public int read() throws IOException {
      return stream.read();
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
      return stream.read(bytes, offset, length);
    }

    @Override
    public boolean isFinished() {
      return false;
    }

    @Override
    public boolean isReady() {
      return true;
    }

    @Override
    public void setReadListener(ReadListener listener) {
      throw new UnsupportedOperationException();
    }
  }
}
