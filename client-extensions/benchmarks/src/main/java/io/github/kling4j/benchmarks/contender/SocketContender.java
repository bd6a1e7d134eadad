package io.github.kling4j.benchmarks.contender;

import java.io.DataInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/**
 * A socket for each thread, and bytes made beforehand; an answer is read up to the length that it
 * is known to have, and thrown away.
 */
public final class SocketContender implements Contender {
  private final String host;
  private final int port;
  private final byte[] create;
  private final byte[] get;
  private final byte[] list;
  private final Queue<Connection> idle = new ConcurrentLinkedQueue<>();

  /**
   * Creates the contender.
   *
   * @param baseUrl the server's address
   */
  public SocketContender(String baseUrl) {
    URI uri = URI.create(baseUrl);
    host = uri.getHost();
    port = uri.getPort();
    String common = "\r\nAuthorization: Bearer " + Wire.KEY + "\r\n";
    create =
        Wire.utf8(
            head("POST", Wire.PATH)
                + common
                + "Content-Type: application/json\r\nContent-Length: "
                + Wire.REQUEST.length()
                + "\r\n\r\n"
                + Wire.REQUEST);
    get = Wire.utf8(head("GET", Wire.PATH + "/" + Wire.TASK_ID) + common + "\r\n");
    list = Wire.utf8(head("GET", Wire.LIST) + common + "\r\n");
  }

  @Override
  public String create() throws IOException {
    exchange(create, FixedServer.CREATED.length);
    return Wire.TASK_ID;
  }

  @Override
  public String get(String id) throws IOException {
    exchange(get, FixedServer.SUCCEEDED.length);
    return Wire.VIDEO_URL;
  }

  @Override
  public int list() throws IOException {
    exchange(list, FixedServer.PAGE.length);
    return Wire.PAGE;
  }

  @Override
  public void close() {
    List<Connection> all = new ArrayList<>(idle);
    all.forEach(Connection::close);
  }

  private String head(String method, String path) {
    return method + " /" + path + " HTTP/1.1\r\nHost: " + host + ":" + port;
  }

  private void exchange(byte[] request, int answer) throws IOException {
    Connection connection = idle.poll();
    if (connection == null) {
      connection = new Connection(host, port);
    }
    connection.exchange(request, answer);
    idle.add(connection);
  }

  private static final class Connection {
    private final Socket socket;
    private final DataInputStream in;
    private final byte[] buffer = new byte[FixedServer.PAGE.length];

    Connection(String host, int port) throws IOException {
      socket = new Socket(host, port);
      socket.setTcpNoDelay(true);
      in = new DataInputStream(socket.getInputStream());
    }

    void exchange(byte[] request, int answer) throws IOException {
      socket.getOutputStream().write(request);
      in.readFully(buffer, 0, answer);
    }

    void close() {
      try {
        socket.close();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }
}
