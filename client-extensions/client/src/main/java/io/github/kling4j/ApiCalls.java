package io.github.kling4j;

import io.github.kling4j.api.DirectCalls;
import io.github.kling4j.auth.AuthInterceptor;
import io.github.kling4j.auth.Credentials;
import io.github.kling4j.error.BoundedCalls;
import io.github.kling4j.task.OneShotInterceptor;
import java.io.IOException;
import java.time.Duration;
import okhttp3.Call;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.Response;
import org.jspecify.annotations.Nullable;

/** Makes the calls to the API, over the connections of one client. */
final class ApiCalls implements Call.Factory, AutoCloseable {
  static final String USER_AGENT = "kling4j/".concat(version());

  private static final Duration REST = Duration.ofSeconds(1);

  private final Gateway gateway;
  private final OkHttpClient queries;
  private final OkHttpClient creates;
  final RestingWatchdog watchdog = new RestingWatchdog(REST);

  ApiCalls(OkHttpClient http, Gateway gateway, Credentials credentials, String userAgent) {
    this.gateway = gateway;
    this.queries =
        http.newBuilder()
            .addInterceptor(
                new AuthInterceptor(credentials, gateway.url()) {
                  @Override
                  protected void prepare(Request request, Request.Builder copy) {
                    copy.header("User-Agent", userAgent);
                    OneShotInterceptor.prepare(request, copy);
                  }

                  @Override
                  protected Response send(Chain chain, Request request) throws IOException {
                    return OneShotInterceptor.send(chain, request);
                  }
                })
            .build();
    // A redirect would turn a create into something else; a query may follow it.
    this.creates = queries.newBuilder().followRedirects(false).build();
  }

  private static String version() {
    @Nullable String version = KlingClient.class.getPackage().getImplementationVersion();
    return version == null ? "unpackaged" : version;
  }

  /** Returns what makes the calls of the generated interfaces. */
  DirectCalls direct() {
    return new BoundedCalls(this, gateway.url());
  }

  @Override
  public Call newCall(Request request) {
    watchdog.callBegins();
    return (request.body() == null ? queries : creates).newCall(gateway.adapt(request));
  }

  @Override
  public void close() {
    watchdog.close();
  }
}
