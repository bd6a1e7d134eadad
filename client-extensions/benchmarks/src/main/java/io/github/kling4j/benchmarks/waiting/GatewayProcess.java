package io.github.kling4j.benchmarks.waiting;

import io.github.kling4j.testkit.KlingGateway;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.UUID;
import java.util.logging.LogManager;

/**
 * The gateway, in a process of its own: makes tasks, prints its address and their ids, and answers
 * each line of its input with the requests that it has received. It ends with its input.
 */
final class GatewayProcess {
  /** Longer than any run, so that no wait ends while it is measured. */
  private static final Duration TASK_DURATION = Duration.ofDays(2);

  private GatewayProcess() {}

  /**
   * Runs the gateway.
   *
   * @param args how many tasks there are to be
   * @throws Exception when it cannot go on
   */
  public static void main(String[] args) throws Exception {
    // It would tell of each connection.
    LogManager.getLogManager().reset();
    try (KlingGateway gateway = start()) {
      makeTasks(gateway, Integer.parseInt(args[0]));
      System.out.println(gateway.url());
      gateway.paidTasks().forEach(System.out::println);
      BufferedReader in =
          new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
      while (in.readLine() != null) {
        System.out.println(RequestCounts.of(gateway));
      }
    }
  }

  static KlingGateway start() {
    return KlingGateway.builder().taskDuration(TASK_DURATION).start();
  }

  /** Makes tasks as the client does, with an external id each, and has them begun. */
  static void makeTasks(KlingGateway gateway, int count) throws IOException, InterruptedException {
    HttpClient http = HttpClient.newHttpClient();
    for (int i = 0; i < count; i++) {
      HttpRequest create =
          HttpRequest.newBuilder(URI.create(gateway.url() + "kling/v1/videos/text2video"))
              .header("Authorization", "Bearer benchmark")
              .POST(
                  HttpRequest.BodyPublishers.ofString(
                      "{\"model_name\":\"kling-v2-5-turbo\",\"prompt\":\"A day at the beach.\","
                          + "\"external_task_id\":\"kling4j-"
                          + UUID.randomUUID()
                          + "\"}"))
              .build();
      int status = http.send(create, HttpResponse.BodyHandlers.discarding()).statusCode();
      if (status != 200) {
        throw new IllegalStateException("The gateway answered a create with HTTP " + status);
      }
    }
    gateway.advance(TASK_DURATION.dividedBy(2));
  }
}
