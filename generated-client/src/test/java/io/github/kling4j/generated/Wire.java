package io.github.kling4j.generated;

import static org.assertj.core.api.Assertions.assertThat;

import com.squareup.moshi.Moshi;
import io.github.kling4j.documents.operations.ModelJsonAdapterFactory;
import io.github.kling4j.documents.operations.api.DirectCalls;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import mockwebserver3.Dispatcher;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;
import okhttp3.OkHttpClient;
import okhttp3.ResponseBody;
import org.jspecify.annotations.Nullable;
import retrofit2.Call;
import retrofit2.Response;
import retrofit2.Retrofit;
import retrofit2.converter.moshi.MoshiConverterFactory;

/**
 * An interface of the document of operations, and a server that tells what was sent to it. Every
 * call is made twice, by Retrofit and by the generated class that does without it: both must send
 * and answer the same.
 */
final class Wire<A> implements AutoCloseable {
  /** What came of a call, and what was sent for it. */
  private record Outcome<T>(
      @Nullable Response<T> response,
      @Nullable Exception failure,
      @Nullable RecordedRequest request) {}

  private final MockWebServer server = new MockWebServer();
  private final A retrofit;
  private final A direct;
  private MockResponse answer = new MockResponse.Builder().build();
  private @Nullable RecordedRequest sent;

  Wire(Class<A> type) {
    this(type, "/");
  }

  Wire(Class<A> type, String path) {
    server.setDispatcher(
        new Dispatcher() {
          @Override
          public MockResponse dispatch(RecordedRequest request) {
            return answer;
          }
        });
    try {
      server.start();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    retrofit = retrofit(path).create(type);
    direct = direct(type, path);
  }

  private Retrofit retrofit(String path) {
    Moshi moshi = new Moshi.Builder().add(ModelJsonAdapterFactory.INSTANCE).build();
    return new Retrofit.Builder()
        .baseUrl(server.url(path))
        .addConverterFactory(MoshiConverterFactory.create(moshi))
        .build();
  }

  private A direct(Class<A> type, String path) {
    try {
      return type.cast(
          Class.forName(type.getName() + "Calls")
              .getConstructor(DirectCalls.class)
              .newInstance(new DirectCalls(new OkHttpClient(), server.url(path))));
    } catch (ReflectiveOperationException e) {
      throw new LinkageError(type + " has no calls", e);
    }
  }

  /** Sends a request that is answered by nothing, and returns what came over the wire. */
  RecordedRequest send(Function<A, Call<?>> request) throws Exception {
    Function<A, Call<Object>> any = api -> untyped(request.apply(api));
    answer(new MockResponse.Builder().code(204).build(), any);
    return sent();
  }

  @SuppressWarnings("unchecked")
  private static Call<Object> untyped(Call<?> call) {
    return (Call<Object>) call;
  }

  String target(Function<A, Call<?>> request) throws Exception {
    return send(request).getTarget();
  }

  /** Sends a request that is answered by JSON, and returns the answer. */
  <T> Response<T> answer(String json, Function<A, Call<T>> request) throws Exception {
    return answer(
        new MockResponse.Builder().addHeader("Content-Type", "application/json").body(json).build(),
        request);
  }

  <T> Response<T> answer(MockResponse answer, Function<A, Call<T>> request) throws Exception {
    this.answer = answer;
    Outcome<T> expected = outcome(request, retrofit);
    Outcome<T> outcome = outcome(request, direct);
    sent = outcome.request;
    assertThat(told(outcome.request)).isEqualTo(told(expected.request));
    if (outcome.failure != null) {
      assertThat(expected.failure).hasSameClassAs(outcome.failure);
      throw outcome.failure;
    }
    assertThat(expected.failure).isNull();
    assertThat(outcome.response.code()).isEqualTo(expected.response.code());
    assertThat(outcome.response.headers()).isEqualTo(expected.response.headers());
    if (!(expected.response.body() instanceof ResponseBody)) {
      assertThat(outcome.response.body()).isEqualTo(expected.response.body());
    }
    return outcome.response;
  }

  private <T> Outcome<T> outcome(Function<A, Call<T>> request, A api) throws Exception {
    Response<T> response = null;
    Exception failure = null;
    try {
      response = request.apply(api).execute();
    } catch (IOException | RuntimeException e) {
      failure = e;
    }
    return new Outcome<>(response, failure, server.takeRequest(0, TimeUnit.SECONDS));
  }

  /** What was sent, but for the text at random that parts stand between. */
  private static String told(@Nullable RecordedRequest request) {
    if (request == null) {
      return "nothing";
    }
    String body = request.getBody() == null ? "no body" : request.getBody().utf8();
    String all = request.getRequestLine() + "\n" + request.getHeaders() + "\n" + body;
    String type = String.valueOf(request.getHeaders().get("Content-Type"));
    int boundary = type.indexOf("boundary=");
    return boundary < 0 ? all : all.replace(type.substring(boundary + 9), "boundary");
  }

  /** Returns what was sent last. */
  RecordedRequest sent() {
    return sent;
  }

  @Override
  public void close() {
    server.close();
  }
}
