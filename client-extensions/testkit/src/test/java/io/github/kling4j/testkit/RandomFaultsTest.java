package io.github.kling4j.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class RandomFaultsTest {
  private static final int CREATES = 300;
  private static final Pattern CHANGING =
      Pattern.compile("[0-9a-f-]{36}|8\\d{17}|127\\.0\\.0\\.1:\\d+|(?<=_at\":)\\d+");

  private static KlingGateway spoiling(long seed, double share) {
    return KlingGateway.builder()
        .randomFaults(seed, share)
        .taskDuration(Duration.ofHours(1))
        .start();
  }

  @Test
  void theSameSeedGivesTheSameFaults() {
    Map<String, List<String>> first = answersOfCreates(7, inOrder());
    assertThat(answersOfCreates(7, inOrder())).isEqualTo(first);
    assertThat(answersOfCreates(8, inOrder())).isNotEqualTo(first);
  }

  @Test
  void theOrderInWhichThreadsComeChangesNothing() {
    List<Integer> backwards = new ArrayList<>(inOrder());
    Collections.reverse(backwards);

    Map<String, List<String>> first = answersOfCreates(7, inOrder());

    assertThat(answersOfCreates(7, backwards)).isEqualTo(first);
    assertThat(answersOfCreatesAtOnce(7)).isEqualTo(first);
  }

  @Test
  void aResetBeginsAnew() {
    try (KlingGateway gateway = spoiling(7, 0.5)) {
      List<String> first = answers(gateway, "A beach.");
      Map<String, Integer> faults = gateway.faults();
      gateway.reset();
      assertThat(gateway.faults()).isEmpty();
      assertThat(answers(gateway, "A beach.")).isEqualTo(first);
      assertThat(gateway.faults()).isEqualTo(faults).isNotEmpty();
    }
  }

  @Test
  void askingAgainIsAnotherDraw() {
    try (KlingGateway gateway = spoiling(7, 0.5)) {
      List<String> answers =
          IntStream.range(0, 60).mapToObj(i -> create(gateway, "A beach.", "")).toList();
      assertThat(answers).anyMatch(answer -> answer.contains("SUCCEED"));
      assertThat(answers.stream().distinct().count()).isGreaterThan(8);
    }
  }

  @Test
  void withAShareOfNothingAllIsWell() {
    try (KlingGateway gateway = spoiling(7, 0)) {
      for (int i = 0; i < 50; i++) {
        assertThat(create(gateway, "Shot " + i, "")).contains("SUCCEED");
      }
      assertThat(gateway.faults()).isEmpty();
      assertThat(gateway.paidTasks()).hasSize(50);
    }
  }

  @Test
  void withAShareOfOneEveryRequestIsSpoilt() {
    try (KlingGateway gateway = spoiling(7, 1)) {
      for (int i = 0; i < CREATES; i++) {
        String answer = create(gateway, "Shot " + i, "order-" + i);
        assertThat(isWhole(answer) && answer.contains("SUCCEED")).as(answer).isFalse();
        query(gateway, "order-" + i);
        list(gateway, i);
      }
      assertThat(sum(gateway.faults(), "create ")).isEqualTo(CREATES);
      assertThat(sum(gateway.faults(), "query ")).isEqualTo(CREATES);
      assertThat(sum(gateway.faults(), "list ")).isEqualTo(CREATES);
    }
  }

  @Test
  void theShareIsKeptToOnTheWhole() {
    try (KlingGateway gateway = spoiling(7, 0.3)) {
      for (int i = 0; i < 1000; i++) {
        create(gateway, "Shot " + i, "");
      }
      assertThat(sum(gateway.faults(), "create ")).isCloseTo(300, within(60));
    }
  }

  @Test
  void theCountsNameWhatWasGiven() {
    try (KlingGateway gateway = spoiling(7, 1)) {
      for (int i = 0; i < CREATES; i++) {
        create(gateway, "Shot " + i, "");
      }
      Map<String, Integer> faults = gateway.faults();
      assertThat(faults)
          .containsKeys("create drop before read", "create drop after read", "create cut")
          .containsKeys(
              "create html", "create html paid", "create http 200", "create http 200 paid")
          .containsKeys("create http 408 empty", "create http 408 empty paid", "create http 500")
          .containsKeys("create http 502 html paid", "create http 503", "create http 504 paid")
          .containsKeys("create http 503 retry-after 0", "create http 429 empty")
          .containsKeys("create code 1302", "create code 1303", "create code 5000 http 200")
          .containsKeys("create gzip broken", "create gzip rubbish")
          .doesNotContainKey("create hang");
      assertThatThrownBy(() -> faults.put("x", 1))
          .isInstanceOf(UnsupportedOperationException.class);
      assertThat(gateway.paidTasks()).hasSize(paid(faults));
    }
  }

  @Test
  void whatCountsAsPaidIsPaidAndNothingElse() {
    try (KlingGateway gateway = spoiling(11, 0.5)) {
      for (int i = 0; i < CREATES; i++) {
        create(gateway, "Shot " + i, "");
      }
      int spoilt = sum(gateway.faults(), "create ");
      assertThat(gateway.paidTasks()).hasSize(CREATES - spoilt + paid(gateway.faults()));
    }
  }

  @Test
  void queriesByAnIdMadeAtRandomFollowFromThePrompt() {
    try (KlingGateway one = spoiling(7, 0.5);
        KlingGateway other = spoiling(7, 0.5)) {
      List<String> first = new ArrayList<>();
      List<String> second = new ArrayList<>();
      for (int i = 0; i < 50; i++) {
        create(one, "Shot " + i, "a-" + i);
        first.add(statusLine(query(one, "a-" + i)));
        create(other, "Shot " + i, "b-" + i);
        second.add(statusLine(query(other, "b-" + i)));
      }
      assertThat(second).isEqualTo(first);
      assertThat(one.faults()).isEqualTo(other.faults());
    }
  }

  @Test
  void queriesAndDownloadsByTheTasksIdFollowFromThePrompt() {
    List<Map<String, Integer>> faults = new ArrayList<>();
    for (int round = 0; round < 2; round++) {
      try (KlingGateway gateway = spoiling(7, 0.5)) {
        for (int i = 0; i < 50; i++) {
          create(gateway, "Shot " + i, "");
        }
        gateway.advance(Duration.ofHours(1));
        for (String id : gateway.paidTasks()) {
          query(gateway, id);
          send(gateway, "GET /files/v-" + id + ".mp4 HTTP/1.1", "");
        }
        faults.add(gateway.faults());
      }
    }
    assertThat(faults.get(1)).isEqualTo(faults.get(0));
    assertThat(sum(faults.get(0), "query ")).isPositive();
    assertThat(sum(faults.get(0), "download ")).isPositive();
  }

  @Test
  void aDirectiveComesFirst() {
    try (KlingGateway gateway = spoiling(7, 1)) {
      for (int i = 0; i < 20; i++) {
        assertThat(create(gateway, "Shot " + i + " [[code 1103]]", "")).contains("1103");
      }
      assertThat(gateway.faults()).isEmpty();
    }
  }

  @Test
  void answersHangOnlyWhereAsked() {
    RandomFaults usual = new RandomFaults(7, 1, false);
    RandomFaults hanging = new RandomFaults(7, 1, true);
    for (int i = 0; i < 1000; i++) {
      usual.take(Place.QUERY, "Shot " + i);
      hanging.take(Place.QUERY, "Shot " + i);
    }
    assertThat(usual.given()).doesNotContainKey("query hang");
    assertThat(hanging.given()).containsKey("query hang");
    try (KlingGateway gateway = KlingGateway.builder().randomFaults(7, 0).randomHangs().start()) {
      assertThat(create(gateway, "A beach.", "")).contains("SUCCEED");
    }
  }

  @ParameterizedTest
  @EnumSource
  void theyWorkInAnyDialect(Dialect dialect) {
    try (KlingGateway gateway =
        KlingGateway.builder().dialect(dialect).randomFaults(7, 1).start()) {
      for (int i = 0; i < 60; i++) {
        create(gateway, "Shot " + i, "");
      }
      assertThat(sum(gateway.faults(), "create ")).isEqualTo(60);
      assertThat(gateway.paidTasks()).hasSize(paid(gateway.faults()));
    }
  }

  @ParameterizedTest
  @ValueSource(doubles = {-0.1, 1.1, Double.NaN})
  void aShareOutOfBoundsIsRefused(double share) {
    KlingGatewayBuilder builder = KlingGateway.builder();
    assertThatThrownBy(() -> builder.randomFaults(7, share))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("from 0 to 1");
  }

  private static List<Integer> inOrder() {
    return IntStream.range(0, 60).boxed().toList();
  }

  private static Map<String, List<String>> answersOfCreates(long seed, List<Integer> numbers) {
    try (KlingGateway gateway = spoiling(seed, 0.5)) {
      Map<String, List<String>> answers = new ConcurrentHashMap<>();
      numbers.forEach(i -> answers.put("Shot " + i, answers(gateway, "Shot " + i)));
      return answers;
    }
  }

  private static Map<String, List<String>> answersOfCreatesAtOnce(long seed) {
    try (KlingGateway gateway = spoiling(seed, 0.5)) {
      Map<String, List<String>> answers = new ConcurrentHashMap<>();
      inOrder().parallelStream()
          .forEach(i -> answers.put("Shot " + i, answers(gateway, "Shot " + i)));
      return answers;
    }
  }

  /** Asks three times for the same: each is a draw of its own. */
  private static List<String> answers(KlingGateway gateway, String prompt) {
    return IntStream.range(0, 3).mapToObj(i -> kind(create(gateway, prompt, ""))).toList();
  }

  private static String create(KlingGateway gateway, String prompt, String externalId) {
    String body =
        Json.write(Map.of("model_name", "m", "prompt", prompt, "external_task_id", externalId));
    return send(gateway, "POST /kling/v1/videos/text2video HTTP/1.1", body);
  }

  private static String query(KlingGateway gateway, String id) {
    return send(gateway, "GET /kling/v1/videos/text2video/" + id + " HTTP/1.1", "");
  }

  private static String list(KlingGateway gateway, int page) {
    String query = "?pageNum=" + (page + 1);
    return send(gateway, "GET /kling/v1/videos/text2video" + query + " HTTP/1.1", "");
  }

  /** Any HTTP client would send some of these again. */
  private static String send(KlingGateway gateway, String requestLine, String body) {
    byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
    String head =
        requestLine
            + "\r\nHost: 127.0.0.1\r\nAuthorization: Bearer k\r\nConnection: close\r\n"
            + "Content-Length: "
            + bytes.length
            + "\r\n\r\n";
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), gateway.port())) {
      socket.setSoTimeout(20_000);
      socket.getOutputStream().write(head.getBytes(StandardCharsets.US_ASCII));
      socket.getOutputStream().write(bytes);
      return read(socket.getInputStream());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A connection that is closed early may also be reset. */
  private static String read(InputStream in) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try {
      in.transferTo(bytes);
    } catch (SocketException e) {
      assertThat(e).hasMessageContaining("reset");
    }
    return bytes.toString(StandardCharsets.ISO_8859_1);
  }

  /** Returns an answer without what differs from run to run. */
  private static String kind(String answer) {
    return isWhole(answer) ? CHANGING.matcher(answer).replaceAll("*") : "broken";
  }

  private static String statusLine(String answer) {
    return isWhole(answer) ? answer.lines().toList().get(0) : "broken";
  }

  private static boolean isWhole(String answer) {
    int end = answer.indexOf("\r\n\r\n");
    String length = "Content-Length: " + (answer.length() - end - 4) + "\r\n";
    return end > 0 && answer.contains(length) && !answer.contains("Content-Encoding");
  }

  private static int sum(Map<String, Integer> faults, String prefix) {
    return faults.entrySet().stream()
        .filter(fault -> fault.getKey().startsWith(prefix))
        .mapToInt(Map.Entry::getValue)
        .sum();
  }

  private static int paid(Map<String, Integer> faults) {
    List<String> always =
        List.of(
            "create drop after read", "create cut", "create gzip broken", "create gzip rubbish");
    return faults.entrySet().stream()
        .filter(fault -> fault.getKey().endsWith(" paid") || always.contains(fault.getKey()))
        .mapToInt(Map.Entry::getValue)
        .sum();
  }
}
