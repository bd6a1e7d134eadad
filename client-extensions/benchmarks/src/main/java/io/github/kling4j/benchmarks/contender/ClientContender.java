package io.github.kling4j.benchmarks.contender;

import io.github.kling4j.Gateway;
import io.github.kling4j.KlingClient;
import io.github.kling4j.auth.Credentials;

/**
 * The whole client as it comes: key, defaults, one-shot create with an external id, tolerant
 * reading, mapping of errors.
 */
public final class ClientContender implements Contender {
  private final KlingClient kling;

  /**
   * Creates the contender.
   *
   * @param baseUrl the server's address
   */
  public ClientContender(String baseUrl) {
    kling =
        KlingClient.builder()
            .gateway(Gateway.relay(baseUrl))
            .credentials(Credentials.apiKey(Wire.KEY))
            .build();
  }

  @Override
  public String create() {
    return kling
        .textToVideo()
        .create(
            request ->
                request
                    .modelName("kling-v2-5-turbo")
                    .prompt("A beach at sunset, waves.")
                    .negativePrompt("people")
                    .mode("std")
                    .duration(5)
                    .aspectRatio("16:9"))
        .id();
  }

  @Override
  public String get(String id) {
    return kling.textToVideo().get(id).video().url();
  }

  @Override
  public int list() {
    // Asking for one more would turn the page.
    return kling.textToVideo().list(Wire.PAGE).limit(Wire.PAGE).mapToInt(task -> 1).sum();
  }

  @Override
  public void close() {
    kling.close();
  }
}
