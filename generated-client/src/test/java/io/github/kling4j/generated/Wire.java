package io.github.kling4j.generated;

import com.squareup.moshi.Moshi;
import io.github.kling4j.documents.operations.ModelJsonAdapterFactory;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;
import retrofit2.Call;
import retrofit2.Response;
import retrofit2.Retrofit;
import retrofit2.converter.moshi.MoshiConverterFactory;

/** An interface of the document of operations, and a server that tells what was sent to it. */
final class Wire<A> implements AutoCloseable {
  private final MockWebServer server = new MockWebServer();
  private final A api;

  Wire(Class<A> type) {
    this(type, "/");
  }

  Wire(Class<A> type, String path) {
    try {
      server.start();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    api = retrofit(path).create(type);
  }

  private Retrofit retrofit(String path) {
    Moshi moshi = new Moshi.Builder().add(ModelJsonAdapterFactory.INSTANCE).build();
    return new Retrofit.Builder()
        .baseUrl(server.url(path))
        .addConverterFactory(MoshiConverterFactory.create(moshi))
        .build();
  }

  /** Sends a request that is answered by nothing, and returns what came over the wire. */
  RecordedRequest send(Function<A, Call<?>> request) throws Exception {
    server.enqueue(new MockResponse.Builder().code(204).build());
    request.apply(api).execute();
    return sent();
  }

  String target(Function<A, Call<?>> request) throws Exception {
    return send(request).getTarget();
  }

  /** Sends a request that is answered by JSON, and returns the answer. */
  <T> Response<T> answer(String json, Function<A, Call<T>> request) throws IOException {
    return answer(
        new MockResponse.Builder().addHeader("Content-Type", "application/json").body(json).build(),
        request);
  }

  <T> Response<T> answer(MockResponse answer, Function<A, Call<T>> request) throws IOException {
    server.enqueue(answer);
    return request.apply(api).execute();
  }

  RecordedRequest sent() throws InterruptedException {
    RecordedRequest sent = server.takeRequest(10, TimeUnit.SECONDS);
    if (sent == null) {
      throw new AssertionError("Nothing was sent");
    }
    return sent;
  }

  @Override
  public void close() {
    server.close();
  }
}
