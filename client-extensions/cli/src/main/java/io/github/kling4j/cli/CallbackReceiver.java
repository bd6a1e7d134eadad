package io.github.kling4j.cli;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.github.kling4j.callback.Callbacks;
import io.github.kling4j.error.CallbackRefusedException;
import java.io.IOException;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;

/**
 * Takes callbacks on a port of this machine and hands them to the client. Its path is a secret of
 * the run, since whoever knows it can make the client ask the server.
 */
final class CallbackReceiver implements AutoCloseable {
  private static final int THREADS = 2;
  private static final int TOKEN_BYTES = 16;

  private final HttpServer server;
  private final ExecutorService threads =
      Executors.newFixedThreadPool(
          THREADS,
          task -> {
            Thread thread = new Thread(task, "kling-callbacks");
            thread.setDaemon(true);
            return thread;
          });
  private final Callbacks callbacks;
  private final PrintStream err;
  private final String url;

  private CallbackReceiver(HttpServer server, String url, Callbacks callbacks, PrintStream err) {
    this.server = server;
    this.url = url;
    this.callbacks = callbacks;
    this.err = err;
  }

  /**
   * Begins to listen.
   *
   * @param port the port, or 0 for a free one
   * @param publicUrl the address that leads to the port from outside, or null
   * @param chosen the whole address that the server will have, or null for one of this run
   * @throws ConfigurationException when the port cannot be had
   */
  static CallbackReceiver open(
      int port,
      @Nullable String publicUrl,
      @Nullable String chosen,
      Callbacks callbacks,
      PrintStream err) {
    HttpServer server;
    try {
      InetAddress host = InetAddress.getByAddress(new byte[] {127, 0, 0, 1});
      server = HttpServer.create(new InetSocketAddress(host, port), 0);
    } catch (IOException e) {
      throw new ConfigurationException(
          "Cannot listen for callbacks on port " + port + " (" + e.getMessage() + ")",
          "Choose another --callback-port, or 0 for a free one.");
    }
    String base =
        publicUrl == null ? "http://127.0.0.1:" + server.getAddress().getPort() : publicUrl;
    String url = chosen == null ? base.replaceAll("/+$", "") + "/" + token() : chosen;
    CallbackReceiver receiver = new CallbackReceiver(server, url, callbacks, err);
    server.setExecutor(receiver.threads);
    server.createContext("/", receiver::receive);
    server.start();
    return receiver;
  }

  private static String token() {
    byte[] random = new byte[TOKEN_BYTES];
    new SecureRandom().nextBytes(random);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(random);
  }

  String url() {
    return url;
  }

  int port() {
    return server.getAddress().getPort();
  }

  private void receive(HttpExchange exchange) throws IOException {
    try (exchange) {
      exchange.sendResponseHeaders(status(exchange), -1);
    }
  }

  private int status(HttpExchange exchange) throws IOException {
    // A tunnel may take away what stands before.
    if (!lastPart(exchange.getRequestURI().getRawPath()).equals(lastPart(url))) {
      return 404;
    } else if (!exchange.getRequestMethod().equals("POST")) {
      return 405;
    }
    byte[] body = exchange.getRequestBody().readNBytes(Callbacks.BODY_LIMIT + 1);
    try {
      boolean unused = callbacks.deliver(exchange.getRequestHeaders()::getFirst, body);
      return 200;
    } catch (CallbackRefusedException e) {
      err.println(Text.oneLine("A callback was refused: " + e.getMessage()));
      return e.httpStatus();
    }
  }

  private static String lastPart(String address) {
    String path = address.replaceAll("[?#].*", "");
    return path.substring(path.lastIndexOf('/') + 1);
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
  }
}
