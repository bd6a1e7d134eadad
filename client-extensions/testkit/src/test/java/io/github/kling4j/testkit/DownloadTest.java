package io.github.kling4j.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.zip.GZIPInputStream;
import okio.ByteString;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DownloadTest {
  private static final ByteString VIDEO = VideoFile.bytes();

  private final KlingGateway gateway = KlingGateway.start();
  private final Client client = new Client(gateway);

  @AfterEach
  void close() {
    gateway.close();
  }

  @Test
  void theVideoIsServedWithoutAKey() throws IOException {
    HttpResponse<byte[]> video = fetch(client.request(finished("A beach.")));

    assertThat(video.statusCode()).isEqualTo(200);
    assertThat(video.body()).isEqualTo(VIDEO.toByteArray());
    assertThat(header(video, "Content-Type")).isEqualTo("video/mp4");
    assertThat(header(video, "Content-Length")).isEqualTo(Integer.toString(VIDEO.size()));
    assertThat(header(video, "Accept-Ranges")).isEqualTo("bytes");
    assertThat(header(video, "ETag")).matches("\"[0-9a-f]{16}\"");
  }

  @Test
  void aKeySentWithADownloadIsSeen() throws IOException {
    String url = finished("A beach.");
    fetch(client.request(url));
    fetch(client.request(url).header("Authorization", "Bearer sk-leaked"));

    assertThat(gateway.downloadRequests())
        .extracting(request -> request.header("Authorization"))
        .containsExactly(null, "Bearer sk-leaked");
  }

  @Test
  void theHeadHasTheLengthAndNoBody() throws IOException {
    String url = finished("A beach.");
    HttpRequest.Builder head =
        client.request(url).method("HEAD", HttpRequest.BodyPublishers.noBody());

    HttpResponse<byte[]> answer = fetch(head);

    assertThat(answer.body()).isEmpty();
    assertThat(header(answer, "Content-Length")).isEqualTo(Integer.toString(VIDEO.size()));
    assertThat(fetch(client.request(url)).statusCode()).isEqualTo(200);
  }

  @Test
  void theHeadOfAnErrorHasNoBodyEither() throws IOException {
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), gateway.port())) {
      String head = "HEAD /files/nope.mp4 HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n";
      socket.setSoTimeout(20_000);
      socket.getOutputStream().write(head.getBytes(StandardCharsets.US_ASCII));

      String answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

      assertThat(answer).startsWith("HTTP/1.1 404 ").endsWith("\r\n\r\n");
      assertThat(answer).doesNotContain("Content-Length: 0");
    }
  }

  @ParameterizedTest
  @CsvSource({"0-99,0,100", "100-,100,-1", "-50,-50,-1", "0-0,0,1", "10-999999,10,-1"})
  void aRangeIsServed(String range, int first, int end) throws IOException {
    int from = first < 0 ? VIDEO.size() + first : first;
    int to = end < 0 ? VIDEO.size() : end;

    HttpResponse<byte[]> part = range(finished("A beach."), "bytes=" + range);

    assertThat(part.statusCode()).isEqualTo(206);
    assertThat(part.body()).isEqualTo(VIDEO.substring(from, to).toByteArray());
    assertThat(header(part, "Content-Range"))
        .isEqualTo("bytes " + from + "-" + (to - 1) + "/" + VIDEO.size());
  }

  @Test
  void aRangeBehindTheEndIsRefused() throws IOException {
    HttpResponse<byte[]> none = range(finished("A beach."), "bytes=" + VIDEO.size() + "-");
    assertThat(none.statusCode()).isEqualTo(416);
    assertThat(header(none, "Content-Range")).isEqualTo("bytes */" + VIDEO.size());
    assertThat(range(finished("B"), "bytes=-0").statusCode()).isEqualTo(416);
  }

  @ParameterizedTest
  @ValueSource(strings = {"bytes=-", "bytes=9-3", "bytes=0-1,4-5", "lines=1-2"})
  void aRangeThatIsNoneIsIgnored(String range) throws IOException {
    assertThat(range(finished("A beach."), range).statusCode()).isEqualTo(200);
  }

  @Test
  void aRangeOfAnotherVersionIsTheWholeFile() throws IOException {
    String url = finished("A beach.");
    String tag = header(fetch(client.request(url)), "ETag");

    HttpRequest.Builder same = client.request(url).header("If-Range", tag);
    assertThat(fetch(same.header("Range", "bytes=5-")).statusCode()).isEqualTo(206);
    HttpRequest.Builder other = client.request(url).header("If-Range", "\"other\"");
    assertThat(fetch(other.header("Range", "bytes=5-")).statusCode()).isEqualTo(200);
  }

  @Test
  void thereIsNoVideoBeforeTheTaskHasSucceeded() throws IOException {
    String running = client.create("A beach. [[slow 1h]]").taskId();
    String failed = client.create("A beach. [[fail: x]]").taskId();
    gateway.advance(Duration.ofMinutes(1));

    for (String name : new String[] {"v-" + running, "v-" + failed, "v-1", running, ""}) {
      assertThat(client.get("files/" + name + ".mp4").code()).isEqualTo(1203);
    }
  }

  @Test
  void aDownloadFailsAsWished() throws IOException {
    String url = finished("[[download http 503 once]] [[download html once]]");

    assertThat(fetch(client.request(url)).statusCode()).isEqualTo(503);
    assertThat(header(fetch(client.request(url)), "Content-Type")).startsWith("text/html");
    assertThat(fetch(client.request(url)).body()).hasSize(VIDEO.size());
  }

  @Test
  void aDownloadIsDroppedAsWished() throws IOException {
    String url = finished("A beach. [[download drop]]");
    assertThatThrownBy(() -> fetch(client.request(url))).isInstanceOf(IOException.class);
  }

  @Test
  void aDownloadThatWasCutCanGoOn() throws IOException {
    String url = finished("A beach. [[download cut once]]");

    assertThatThrownBy(() -> fetch(client.request(url))).isInstanceOf(IOException.class);
    assertThat(range(url, "bytes=1000-").body()).hasSize(VIDEO.size() - 1000);
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 8_192, 30_000})
  void aDownloadIsCutAfterSoManyBytes(int bytes) throws IOException {
    byte[] answer = raw(finished("[[download cut after " + bytes + " once]]"), 20_000);

    String text = new String(answer, StandardCharsets.ISO_8859_1);
    assertThat(text).contains("Content-Length: " + VIDEO.size() + "\r\n");
    assertThat(answer.length - text.indexOf("\r\n\r\n") - 4).isEqualTo(bytes);
  }

  @Test
  void aDownloadFallsSilentAfterSoManyBytes() throws IOException {
    String url = finished("[[download stall after 1000 once]]");

    assertThatThrownBy(() -> raw(url, 200)).isInstanceOf(SocketTimeoutException.class);
    assertThat(fetch(client.request(url)).body()).hasSize(VIDEO.size());
  }

  @Test
  void aDownloadIsCompressedAsWished() throws IOException {
    HttpResponse<byte[]> video = fetch(client.request(finished("[[download gzip]]")));

    assertThat(header(video, "Content-Encoding")).isEqualTo("gzip");
    assertThat(new GZIPInputStream(new ByteArrayInputStream(video.body())).readAllBytes())
        .isEqualTo(VIDEO.toByteArray());
  }

  @Test
  void aVideoChangesAsWished() throws IOException {
    String url = finished("[[download changed]]");
    String before = header(fetch(client.request(finished("A beach."))), "ETag");

    HttpResponse<byte[]> part =
        fetch(client.request(url).header("If-Range", before).header("Range", "bytes=5-"));

    assertThat(part.statusCode()).isEqualTo(200);
    String tag = header(part, "ETag");
    assertThat(tag).isNotEqualTo(before).matches("\"[0-9a-f]{16}\"");
    HttpRequest.Builder same = client.request(url).header("If-Range", tag);
    assertThat(fetch(same.header("Range", "bytes=5-")).statusCode()).isEqualTo(206);
  }

  @Test
  void aVideoHasNoVersionAsWished() throws IOException {
    HttpResponse<byte[]> video = fetch(client.request(finished("[[download no etag]]")));

    assertThat(video.body()).hasSize(VIDEO.size());
    assertThat(header(video, "ETag")).isEmpty();
  }

  @Test
  void aVideoHasNoPartsAsWished() throws IOException {
    HttpResponse<byte[]> video = range(finished("[[download no ranges]]"), "bytes=5-");

    assertThat(video.statusCode()).isEqualTo(200);
    assertThat(video.body()).hasSize(VIDEO.size());
    assertThat(header(video, "Accept-Ranges")).isEqualTo("none");
  }

  @ParameterizedTest
  @ValueSource(strings = {"changed", "no etag", "no ranges", "query changed", "download no"})
  void onlyAFileHasVersionsAndParts(String directive) throws IOException {
    assertThat(client.create("[[" + directive + "]]").code()).isEqualTo(1201);
  }

  /** Returns all that comes, as it comes. */
  private byte[] raw(String url, int timeoutMillis) throws IOException {
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), gateway.port())) {
      String path = url.substring(url.indexOf("/files/"));
      String head = "GET " + path + " HTTP/1.1\r\nHost: x\r\n\r\n";
      socket.setSoTimeout(timeoutMillis);
      socket.getOutputStream().write(head.getBytes(StandardCharsets.US_ASCII));
      return socket.getInputStream().readAllBytes();
    }
  }

  private String finished(String prompt) throws IOException {
    String id = client.create(prompt).taskId();
    gateway.advance(Duration.ofMinutes(1));
    return (String) client.query(id).video().get("url");
  }

  private HttpResponse<byte[]> range(String url, String range) throws IOException {
    return fetch(client.request(url).header("Range", range));
  }

  private HttpResponse<byte[]> fetch(HttpRequest.Builder request) throws IOException {
    return client.send(request, BodyHandlers.ofByteArray());
  }

  private static String header(HttpResponse<?> response, String name) {
    return response.headers().firstValue(name).orElse("");
  }
}
