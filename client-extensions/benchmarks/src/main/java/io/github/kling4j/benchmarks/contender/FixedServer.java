package io.github.kling4j.benchmarks.contender;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/**
 * A server that answers each request with bytes made beforehand, and checks nothing: what it takes
 * is little beside what any client takes. One thread for each connection.
 */
public final class FixedServer implements AutoCloseable {
  static final byte[] CREATED = answer(Wire.CREATED);
  static final byte[] SUCCEEDED = answer(Wire.SUCCEEDED);
  static final byte[] PAGE = answer(Wire.page());

  private final ServerSocket socket;

  /** Starts a server on a port of its own. */
  public FixedServer() {
    try {
      socket = new ServerSocket(0, 64, InetAddress.getLoopbackAddress());
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot listen", e);
    }
    daemon(this::accept);
  }

  /**
   * Runs a server in a process of its own: prints its address, and ends with its input.
   *
   * @param args none
   * @throws IOException when it cannot go on
   */
  public static void main(String[] args) throws IOException {
    try (FixedServer server = new FixedServer()) {
      System.out.println(server.url());
      System.in.transferTo(OutputStream.nullOutputStream());
    }
  }

  /**
   * Returns where it listens.
   *
   * @return {@code http://host:port/}
   */
  public String url() {
    return "http://127.0.0.1:" + socket.getLocalPort() + "/";
  }

  @Override
  public void close() {
    try {
      socket.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void accept() {
    while (!socket.isClosed()) {
      try {
        Socket connection = socket.accept();
        daemon(() -> serve(connection));
      } catch (IOException e) {
        // Closed.
        return;
      }
    }
  }

  private static void serve(Socket connection) {
    try (connection) {
      connection.setTcpNoDelay(true);
      OutputStream out = connection.getOutputStream();
      RequestReader requests = new RequestReader(connection.getInputStream());
      while (requests.next()) {
        out.write(
            switch (requests.kind()) {
              case CREATE -> CREATED;
              case GET -> SUCCEEDED;
              case LIST -> PAGE;
            });
      }
    } catch (IOException e) {
      // The client has gone.
    }
  }

  private static void daemon(Runnable work) {
    Thread thread = new Thread(work, "fixed-server");
    thread.setDaemon(true);
    thread.start();
  }

  private static byte[] answer(String body) {
    return ("HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: "
            + body.length()
            + "\r\n\r\n"
            + body)
        .getBytes(StandardCharsets.US_ASCII);
  }
}
