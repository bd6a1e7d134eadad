package io.github.kling4j;

import io.github.kling4j.api.TextToVideoApiCalls;
import io.github.kling4j.auth.Credentials;
import io.github.kling4j.callback.Callbacks;
import io.github.kling4j.error.ErrorMapper;
import io.github.kling4j.media.VideoDownloader;
import io.github.kling4j.retry.Retries;
import io.github.kling4j.retry.Timer;
import io.github.kling4j.task.TaskEngine;
import io.github.kling4j.task.TextToVideo;
import java.time.Clock;
import okhttp3.OkHttpClient;
import org.jspecify.annotations.Nullable;

/**
 * A client for Kling text-to-video. Make one, share it, and close it at the end; it is safe for use
 * by several threads.
 *
 * <pre>{@code
 * try (KlingClient kling = KlingClient.fromEnv()) {
 *   VideoTask task = kling.textToVideo().create(r -> r.prompt("A day at the beach."));
 *   task.await(Duration.ofMinutes(10)).video().downloadTo(Path.of("beach.mp4"));
 * }
 * }</pre>
 */
public final class KlingClient implements AutoCloseable {
  final ApiCalls calls;
  private final TaskEngine engine;
  private final TextToVideo textToVideo;
  private final @Nullable String callbackSecret;
  private final @Nullable OkHttpClient owned;

  KlingClient(KlingClientBuilder builder) {
    Gateway gateway = builder.gateway();
    Credentials credentials = builder.credentials();
    OkHttpClient files = builder.httpClient();
    this.owned = builder.httpClient == null ? files : null;

    this.calls = new ApiCalls(files, gateway, credentials, builder.userAgent);
    ErrorMapper errors = new ErrorMapper(credentials::redact);
    Retries retries = new Retries(builder.retryPolicy, Timer.system());
    this.engine =
        new TaskEngine(
            errors,
            retries,
            new VideoDownloader(files, retries, errors::shown, builder.downloadPolicy),
            builder.waitPolicy,
            builder.strict);
    this.textToVideo =
        new TextToVideo(
            new TextToVideoApiCalls(calls.direct()), engine, builder.defaults, gateway::adapt);
    this.callbackSecret = builder.callbackSecret;
  }

  /**
   * Returns a client with the settings of the environment: {@code KLING_BASE_URL}, and {@code
   * KLING_API_KEY} or, at the vendor, {@code KLING_ACCESS_KEY} with {@code KLING_SECRET_KEY}. What
   * a relay needs otherwise stands in {@code KLING_RELAY_NEEDS}: see {@link Gateway}; the secret
   * that callbacks are signed with in {@code KLING_CALLBACK_SECRET}.
   *
   * @return a new client
   * @throws IllegalStateException when one is missing
   * @throws IllegalArgumentException when one is malformed
   */
  public static KlingClient fromEnv() {
    return builder().environment(System.getenv()).build();
  }

  /**
   * Returns a builder with the defaults.
   *
   * @return a new builder
   */
  public static KlingClientBuilder builder() {
    return new KlingClientBuilder();
  }

  /**
   * Returns the operations that make videos from a text.
   *
   * @return the operations
   */
  public TextToVideo textToVideo() {
    return textToVideo;
  }

  /**
   * Returns where callbacks are handed in that a server of your own has received: they end the
   * waits of this client early.
   *
   * @return the receiver
   */
  public Callbacks callbacks() {
    return new Callbacks(engine, callbackSecret, Clock.systemUTC());
  }

  /**
   * Ends all waits and downloads, and releases what this client made. A client that it was given is
   * left alone.
   */
  @Override
  public void close() {
    engine.close();
    calls.close();
    if (owned != null) {
      owned.dispatcher().executorService().shutdown();
      owned.connectionPool().evictAll();
    }
  }
}
