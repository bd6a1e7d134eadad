package io.github.kling4j;

import com.squareup.moshi.Moshi;
import io.github.kling4j.auth.AuthInterceptor;
import io.github.kling4j.auth.Credentials;
import io.github.kling4j.error.AnswerConverterFactory;
import io.github.kling4j.error.AnswerLimitInterceptor;
import io.github.kling4j.task.OneShotInterceptor;
import java.time.Duration;
import java.util.function.BiConsumer;
import okhttp3.Call;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import org.jspecify.annotations.Nullable;
import retrofit2.Retrofit;

/** Makes the calls to the API, over the connections of one client. */
final class ApiCalls implements Call.Factory, AutoCloseable {
  static final String USER_AGENT = "kling4j/" + version();

  private static final Duration REST = Duration.ofSeconds(1);

  private final Gateway gateway;
  private final OkHttpClient queries;
  private final OkHttpClient creates;
  final RestingWatchdog watchdog = new RestingWatchdog(REST);

  ApiCalls(OkHttpClient http, Gateway gateway, Credentials credentials, String userAgent) {
    this.gateway = gateway;
    BiConsumer<Request, Request.Builder> more =
        (request, copy) -> {
          copy.header("User-Agent", userAgent);
          AnswerLimitInterceptor.prepare(copy);
          OneShotInterceptor.prepare(request, copy);
        };
    this.queries =
        http.newBuilder()
            .addInterceptor(new AnswerLimitInterceptor())
            .addInterceptor(new AuthInterceptor(credentials, gateway.url(), more))
            .addInterceptor(new OneShotInterceptor())
            .build();
    // A redirect would turn a create into something else; a query may follow it.
    this.creates = queries.newBuilder().followRedirects(false).build();
  }

  private static String version() {
    @Nullable String version = KlingClient.class.getPackage().getImplementationVersion();
    return version == null ? "unpackaged" : version;
  }

  Retrofit retrofit(Moshi moshi) {
    return new Retrofit.Builder()
        .baseUrl(gateway.url())
        .callFactory(this)
        .addConverterFactory(AnswerConverterFactory.create(moshi))
        .build();
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
