package io.github.kling4j.benchmarks.contender;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.DataInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class FixedServerTest {
  private static final String POST = "POST /kling/v1/videos/text2video HTTP/1.1\r\n";

  private final FixedServer server = new FixedServer();
  private Socket socket;
  private OutputStream out;
  private DataInputStream in;

  @BeforeEach
  void connect() throws IOException {
    socket = new Socket(InetAddress.getLoopbackAddress(), URI.create(server.url()).getPort());
    out = socket.getOutputStream();
    in = new DataInputStream(socket.getInputStream());
  }

  @AfterEach
  void close() throws IOException {
    socket.close();
    server.close();
  }

  @Test
  void oneConnectionServesAllKindsOfRequests() throws IOException {
    send(POST + "content-length: 4\r\n\r\n{\r\n}");
    assertThat(answer(FixedServer.CREATED)).contains("\"submitted\"").contains(Wire.TASK_ID);

    send("GET /kling/v1/videos/text2video/1 HTTP/1.1\r\nHost: x\r\n\r\n");
    assertThat(answer(FixedServer.SUCCEEDED)).contains(Wire.VIDEO_URL);

    send("GET /kling/v1/videos/text2video?pageNum=1&pageSize=500 HTTP/1.1\r\n\r\n");
    assertThat(answer(FixedServer.PAGE).split("\"task_id\"", -1)).hasSize(501);
  }

  @Test
  void aBodyOfUnknownLengthIsReadToItsEnd() throws IOException {
    send(POST + "Transfer-Encoding: chunked\r\n\r\n5\r\n{\r\n\r\n\r\n");
    send("a\r\n0123456789\r\n0\r\n\r\n" + POST + "\r\n");

    assertThat(answer(FixedServer.CREATED)).contains("\"submitted\"");
    assertThat(answer(FixedServer.CREATED)).contains("\"submitted\"");
  }

  @Test
  void aRequestThatComesInPiecesIsOne() throws IOException {
    String request = POST + "Content-Length: 20000\r\n\r\n" + "x".repeat(20_000);
    for (String piece : new String[] {request.substring(0, 30), request.substring(30)}) {
      send(piece);
    }

    assertThat(answer(FixedServer.CREATED)).contains("\"submitted\"");
  }

  private void send(String text) throws IOException {
    out.write(text.getBytes(StandardCharsets.US_ASCII));
    out.flush();
  }

  private String answer(byte[] expected) throws IOException {
    byte[] read = new byte[expected.length];
    in.readFully(read);
    return new String(read, StandardCharsets.US_ASCII);
  }
}
