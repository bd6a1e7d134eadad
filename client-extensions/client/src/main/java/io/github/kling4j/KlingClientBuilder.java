package io.github.kling4j;

import io.github.kling4j.auth.Credentials;
import io.github.kling4j.callback.Callbacks;
import io.github.kling4j.defaults.HttpDefaults;
import io.github.kling4j.defaults.RequestDefaults;
import io.github.kling4j.media.DownloadPolicy;
import io.github.kling4j.model.TextToVideoRequest;
import io.github.kling4j.retry.RetryPolicy;
import io.github.kling4j.task.WaitPolicy;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import okhttp3.OkHttpClient;
import org.jspecify.annotations.Nullable;

/** Builds clients: {@link KlingClient#builder()} begins one. */
public final class KlingClientBuilder {
  @Nullable Gateway gateway;
  @Nullable Credentials credentials;
  @Nullable OkHttpClient httpClient;
  private @Nullable Duration connectTimeout;
  private @Nullable Duration readTimeout;
  private @Nullable Duration callTimeout;
  TextToVideoRequest.Builder defaults = RequestDefaults.textToVideo();
  WaitPolicy waitPolicy = WaitPolicy.defaults();
  RetryPolicy retryPolicy = RetryPolicy.defaults();
  DownloadPolicy downloadPolicy = DownloadPolicy.defaults();
  String userAgent = ApiCalls.USER_AGENT;
  @Nullable String callbackSecret;
  boolean strict;

  KlingClientBuilder() {}

  /**
   * Sets the server. There is no default.
   *
   * @param gateway the server
   * @return this builder
   */
  public KlingClientBuilder gateway(Gateway gateway) {
    this.gateway = Objects.requireNonNull(gateway, "gateway");
    return this;
  }

  /**
   * Sets the key. There is no default.
   *
   * @param credentials the key
   * @return this builder
   */
  public KlingClientBuilder credentials(Credentials credentials) {
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
  public KlingClientBuilder defaults(Consumer<TextToVideoRequest.Builder> defaults) {
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
  public KlingClientBuilder waitPolicy(WaitPolicy waitPolicy) {
    this.waitPolicy = Objects.requireNonNull(waitPolicy, "waitPolicy");
    return this;
  }

  /**
   * Sets when a call that failed is made again; {@link RetryPolicy#defaults()} by default.
   *
   * @param retryPolicy the policy
   * @return this builder
   */
  public KlingClientBuilder retryPolicy(RetryPolicy retryPolicy) {
    this.retryPolicy = Objects.requireNonNull(retryPolicy, "retryPolicy");
    return this;
  }

  /**
   * Sets how files are downloaded; {@link DownloadPolicy#defaults()} by default.
   *
   * @param downloadPolicy the policy
   * @return this builder
   */
  public KlingClientBuilder downloadPolicy(DownloadPolicy downloadPolicy) {
    this.downloadPolicy = Objects.requireNonNull(downloadPolicy, "downloadPolicy");
    return this;
  }

  /**
   * Sets an OkHttp client to build upon: its connections, proxy, TLS and interceptors are used, so
   * it should have none that sends requests again, for a create could be paid twice. It is never
   * closed by this client. By default one is made.
   *
   * @param httpClient the client
   * @return this builder
   */
  public KlingClientBuilder httpClient(OkHttpClient httpClient) {
    this.httpClient = Objects.requireNonNull(httpClient, "httpClient");
    return this;
  }

  /**
   * Sets how long a connection may take to be made; 10 seconds by default.
   *
   * @param connectTimeout the time-out
   * @return this builder
   */
  public KlingClientBuilder connectTimeout(Duration connectTimeout) {
    this.connectTimeout = Objects.requireNonNull(connectTimeout, "connectTimeout");
    return this;
  }

  /**
   * Sets how long the server may be silent; 60 seconds by default.
   *
   * @param readTimeout the time-out
   * @return this builder
   */
  public KlingClientBuilder readTimeout(Duration readTimeout) {
    this.readTimeout = Objects.requireNonNull(readTimeout, "readTimeout");
    return this;
  }

  /**
   * Sets how long a call may take as a whole; without a limit by default.
   *
   * @param callTimeout the time-out
   * @return this builder
   */
  public KlingClientBuilder callTimeout(Duration callTimeout) {
    this.callTimeout = Objects.requireNonNull(callTimeout, "callTimeout");
    return this;
  }

  /**
   * Sets the {@code User-Agent}; {@code kling4j/} and the version by default.
   *
   * @param userAgent the text
   * @return this builder
   */
  public KlingClientBuilder userAgent(String userAgent) {
    this.userAgent = Objects.requireNonNull(userAgent, "userAgent");
    return this;
  }

  /**
   * Sets the secret that the server signs callbacks with, so that {@link KlingClient#callbacks()}
   * takes no others. By default there is none: a callback then only makes a wait ask the server.
   *
   * @param callbackSecret the secret, {@code whsec_} and Base64
   * @return this builder
   * @throws IllegalArgumentException when it is malformed; the message does not quote it
   */
  public KlingClientBuilder callbackSecret(String callbackSecret) {
    Callbacks.checkSecret(callbackSecret);
    this.callbackSecret = callbackSecret;
    return this;
  }

  /**
   * Refuses requests that break a limit of the contract before they are sent. By default the server
   * decides, and the breaches are told with its refusal.
   *
   * @return this builder
   */
  public KlingClientBuilder strict() {
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
   * Sets the server, the key and the callbacks' secret from settings named as {@link
   * KlingClient#fromEnv()} says. What they leave out, or leave blank, stays as it is.
   *
   * @param environment the settings, such as {@code System.getenv()}
   * @return this builder
   * @throws IllegalStateException when one half of a pair is missing
   * @throws IllegalArgumentException when one is malformed
   */
  public KlingClientBuilder environment(Map<String, String> environment) {
    Environment.apply(environment, this);
    return this;
  }

  Gateway gateway() {
    if (gateway == null) {
      throw new IllegalStateException(
          "No server is set: set KLING_BASE_URL to the relay's address, such as"
              + " https://relay.example.com, or call KlingClient.builder().gateway(...)");
    }
    gateway.checkTransport();
    return gateway;
  }

  Credentials credentials() {
    if (credentials == null) {
      throw new IllegalStateException(
          "No API key is set: set KLING_API_KEY, or call KlingClient.builder().credentials(...)");
    }
    return credentials;
  }

  OkHttpClient httpClient() {
    OkHttpClient.Builder http =
        httpClient == null ? HttpDefaults.client() : httpClient.newBuilder();
    if (connectTimeout != null) {
      http.connectTimeout(connectTimeout);
    }
    if (readTimeout != null) {
      http.readTimeout(readTimeout);
    }
    if (callTimeout != null) {
      http.callTimeout(callTimeout);
    }
    return http.build();
  }
}
