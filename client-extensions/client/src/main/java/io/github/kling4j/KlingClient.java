package io.github.kling4j;

import com.squareup.moshi.Moshi;
import io.github.kling4j.api.TextToVideoApi;
import io.github.kling4j.auth.Credentials;
import io.github.kling4j.defaults.HttpDefaults;
import io.github.kling4j.defaults.RequestDefaults;
import io.github.kling4j.error.ErrorMapper;
import io.github.kling4j.media.VideoDownloader;
import io.github.kling4j.model.ModelJsonAdapterFactory;
import io.github.kling4j.model.TextToVideoRequest;
import io.github.kling4j.retry.Retries;
import io.github.kling4j.retry.RetryPolicy;
import io.github.kling4j.retry.Timer;
import io.github.kling4j.task.TaskEngine;
import io.github.kling4j.task.TextToVideo;
import io.github.kling4j.task.WaitPolicy;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import okhttp3.OkHttpClient;
import org.jspecify.annotations.Nullable;
import retrofit2.Retrofit;

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
  private final TaskEngine engine;
  private final TextToVideo textToVideo;
  private final @Nullable OkHttpClient owned;

  private KlingClient(Builder builder) {
    Gateway gateway = builder.gateway();
    Credentials credentials = builder.credentials();
    OkHttpClient files = builder.httpClient();
    this.owned = builder.httpClient == null ? files : null;

    Moshi moshi = new Moshi.Builder().add(ModelJsonAdapterFactory.INSTANCE).build();
    Retrofit retrofit =
        new ApiCalls(files, gateway, credentials, builder.userAgent).retrofit(moshi);
    ErrorMapper errors = new ErrorMapper(moshi, credentials::redact);
    Retries retries = new Retries(builder.retryPolicy, Timer.system());
    this.engine =
        new TaskEngine(
            moshi,
            errors,
            retries,
            new VideoDownloader(files, retries, errors::shown),
            builder.waitPolicy,
            builder.strict);
    this.textToVideo =
        new TextToVideo(
            retrofit.create(TextToVideoApi.class), engine, builder.defaults, gateway::adapt);
  }

  /**
   * Returns a client with the settings of the environment: {@code KLING_BASE_URL}, and {@code
   * KLING_API_KEY} or, at the vendor, {@code KLING_ACCESS_KEY} with {@code KLING_SECRET_KEY}. What
   * a relay needs otherwise stands in {@code KLING_RELAY_NEEDS}: see {@link Gateway}.
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
  public static Builder builder() {
    return new Builder();
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
   * Ends all waits and releases what this client made. A client that it was given is left alone.
   */
  @Override
  public void close() {
    engine.close();
    if (owned != null) {
      owned.dispatcher().executorService().shutdown();
      owned.connectionPool().evictAll();
    }
  }

  /** Builds clients. */
  public static final class Builder {
    private @Nullable Gateway gateway;
    private @Nullable Credentials credentials;
    private @Nullable OkHttpClient httpClient;
    private Consumer<OkHttpClient.Builder> timeouts = http -> {};
    private TextToVideoRequest.Builder defaults = RequestDefaults.textToVideo();
    private WaitPolicy waitPolicy = WaitPolicy.defaults();
    private RetryPolicy retryPolicy = RetryPolicy.defaults();
    private String userAgent = UserAgentInterceptor.DEFAULT;
    private boolean strict;

    private Builder() {}

    /**
     * Sets the server. There is no default.
     *
     * @param gateway the server
     * @return this builder
     */
    public Builder gateway(Gateway gateway) {
      this.gateway = Objects.requireNonNull(gateway, "gateway");
      return this;
    }

    /**
     * Sets the key. There is no default.
     *
     * @param credentials the key
     * @return this builder
     */
    public Builder credentials(Credentials credentials) {
      this.credentials = Objects.requireNonNull(credentials, "credentials");
      return this;
    }

    /**
     * Sets what requests get where they say nothing. Properties that this leaves out keep the
     * built-in defaults: model {@code kling-v2-5-turbo}, 5 seconds.
     *
     * @param defaults sets properties
     * @return this builder
     */
    public Builder defaults(Consumer<TextToVideoRequest.Builder> defaults) {
      TextToVideoRequest.Builder set = TextToVideoRequest.builder();
      defaults.accept(set);
      this.defaults = set.withFallback(this.defaults);
      return this;
    }

    /**
     * Sets how tasks are waited for; {@link WaitPolicy#defaults()} by default.
     *
     * @param waitPolicy the policy
     * @return this builder
     */
    public Builder waitPolicy(WaitPolicy waitPolicy) {
      this.waitPolicy = Objects.requireNonNull(waitPolicy, "waitPolicy");
      return this;
    }

    /**
     * Sets when a call that failed is made again; {@link RetryPolicy#defaults()} by default.
     *
     * @param retryPolicy the policy
     * @return this builder
     */
    public Builder retryPolicy(RetryPolicy retryPolicy) {
      this.retryPolicy = Objects.requireNonNull(retryPolicy, "retryPolicy");
      return this;
    }

    /**
     * Sets an OkHttp client to build upon: its connections, proxy, TLS and interceptors are used,
     * so it should have none that sends requests again, for a create could be paid twice. It is
     * never closed by this client. By default one is made.
     *
     * @param httpClient the client
     * @return this builder
     */
    public Builder httpClient(OkHttpClient httpClient) {
      this.httpClient = Objects.requireNonNull(httpClient, "httpClient");
      return this;
    }

    /**
     * Sets how long a connection may take to be made; 10 seconds by default.
     *
     * @param connectTimeout the time-out
     * @return this builder
     */
    public Builder connectTimeout(Duration connectTimeout) {
      timeouts = timeouts.andThen(http -> http.connectTimeout(connectTimeout));
      return this;
    }

    /**
     * Sets how long the server may be silent; 60 seconds by default.
     *
     * @param readTimeout the time-out
     * @return this builder
     */
    public Builder readTimeout(Duration readTimeout) {
      timeouts = timeouts.andThen(http -> http.readTimeout(readTimeout));
      return this;
    }

    /**
     * Sets how long a call may take as a whole; without a limit by default.
     *
     * @param callTimeout the time-out
     * @return this builder
     */
    public Builder callTimeout(Duration callTimeout) {
      timeouts = timeouts.andThen(http -> http.callTimeout(callTimeout));
      return this;
    }

    /**
     * Sets the {@code User-Agent}; {@code kling4j/} and the version by default.
     *
     * @param userAgent the text
     * @return this builder
     */
    public Builder userAgent(String userAgent) {
      this.userAgent = Objects.requireNonNull(userAgent, "userAgent");
      return this;
    }

    /**
     * Refuses requests that break a limit of the contract before they are sent. By default the
     * server decides, and the breaches are told with its refusal.
     *
     * @return this builder
     */
    public Builder strict() {
      this.strict = true;
      return this;
    }

    /**
     * Builds the client.
     *
     * @return a new client
     * @throws IllegalStateException when the server or the key is missing
     * @throws IllegalArgumentException when the server is another machine, spoken to in plain http
     */
    public KlingClient build() {
      return new KlingClient(this);
    }

    /**
     * Sets the server and the key from settings named as {@link KlingClient#fromEnv()} says. What
     * they leave out, or leave blank, stays as it is.
     *
     * @param environment the settings, such as {@code System.getenv()}
     * @return this builder
     * @throws IllegalStateException when one half of a pair is missing
     * @throws IllegalArgumentException when one is malformed
     */
    public Builder environment(Map<String, String> environment) {
      Environment.apply(environment, this);
      return this;
    }

    private Gateway gateway() {
      if (gateway == null) {
        throw new IllegalStateException(
            "No server is set: set KLING_BASE_URL to the relay's address, such as"
                + " https://relay.example.com, or call KlingClient.builder().gateway(...)");
      }
      gateway.checkTransport();
      return gateway;
    }

    private Credentials credentials() {
      if (credentials == null) {
        throw new IllegalStateException(
            "No API key is set: set KLING_API_KEY, or call KlingClient.builder().credentials(...)");
      }
      return credentials;
    }

    private OkHttpClient httpClient() {
      OkHttpClient.Builder http =
          httpClient == null ? HttpDefaults.client() : httpClient.newBuilder();
      timeouts.accept(http);
      return http.build();
    }
  }
}
