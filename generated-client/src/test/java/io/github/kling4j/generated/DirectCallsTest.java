package io.github.kling4j.generated;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import com.squareup.moshi.JsonDataException;
import com.squareup.moshi.Types;
import io.github.kling4j.documents.operations.Item;
import io.github.kling4j.documents.operations.ModelJsonAdapterFactory;
import io.github.kling4j.documents.operations.api.AnswersApi;
import io.github.kling4j.documents.operations.api.AnswersApiCalls;
import io.github.kling4j.documents.operations.api.BodiesApi;
import io.github.kling4j.documents.operations.api.BodiesApiCalls;
import io.github.kling4j.documents.operations.api.DirectCalls;
import io.github.kling4j.documents.operations.api.PathApi;
import io.github.kling4j.documents.operations.api.PathApiCalls;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.SocketEffect;
import okhttp3.HttpUrl;
import okhttp3.OkHttpClient;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import retrofit2.Call;
import retrofit2.Callback;
import retrofit2.Response;

/**
 * Calls without Retrofit's reflection, beyond what they send and answer: {@link Wire} tells that.
 */
final class DirectCallsTest {
  private final MockWebServer server = new MockWebServer();
  private final OkHttpClient http = new OkHttpClient();
  private AnswersApi api;

  @BeforeEach
  void start() throws IOException {
    server.start();
    api = new AnswersApiCalls(calls());
  }

  @AfterEach
  void stop() {
    server.close();
    http.dispatcher().executorService().shutdown();
  }

  @Test
  void aCallIsMadeOnceAndItsCopyOnceMore() throws Exception {
    answer("{\"id\":\"1\"}");
    answer("{\"id\":\"2\"}");
    Call<Item> call = api.answerSame();
    assertThat(call.isExecuted()).isFalse();

    assertThat(call.execute().body().id()).isEqualTo("1");

    assertThat(call.isExecuted()).isTrue();
    assertThatIllegalStateException().isThrownBy(call::execute);
    assertThatIllegalStateException().isThrownBy(() -> result(call));
    Call<Item> copy = call.clone();
    assertThat(copy.isExecuted()).isFalse();
    assertThat(copy.execute().body().id()).isEqualTo("2");
    assertThat(server.getRequestCount()).isEqualTo(2);
  }

  @Test
  void aCallTellsItsRequestAndItsTimeOutBeforeItIsMade() {
    Call<Item> call = api.answerSame();

    assertThat(call.request().url()).isEqualTo(server.url("/answers/same"));
    assertThat(call.request()).isSameAs(call.request());
    call.timeout().timeout(7, TimeUnit.SECONDS);
    assertThat(call.timeout().timeoutNanos()).isEqualTo(7_000_000_000L);
  }

  @Test
  void anAnswerComesToTheCallback() throws Exception {
    answer("{\"id\":\"1\"}");
    server.enqueue(new MockResponse.Builder().code(404).body("no").build());

    assertThat(result(api.answerSame()).get().body().id()).isEqualTo("1");
    assertThat(result(api.answerSame()).get().errorBody().string()).isEqualTo("no");
  }

  @Test
  void aFailureComesToTheCallback() throws Exception {
    server.enqueue(
        new MockResponse.Builder().onResponseStart(new SocketEffect.CloseSocket()).build());
    assertThat(failure(api.answerSame())).isInstanceOf(IOException.class);

    answer("[]");
    assertThat(failure(api.answerSame())).isInstanceOf(JsonDataException.class);

    server.enqueue(
        new MockResponse.Builder()
            .code(500)
            .body("x".repeat(9_000))
            .onResponseBody(new SocketEffect.CloseSocket())
            .build());
    assertThat(failure(api.answerSame())).isInstanceOf(IOException.class);
  }

  @Test
  void aCallThatIsCancelledBeforeItIsMadeIsNotSent() throws Exception {
    Call<Item> call = api.answerSame();
    call.cancel();

    assertThat(call.isCanceled()).isTrue();
    assertThatIOException().isThrownBy(call::execute).withMessage("Canceled");
    Call<Item> other = api.answerSame();
    other.cancel();
    assertThat(failure(other)).hasMessage("Canceled");
    assertThat(server.getRequestCount()).isZero();
  }

  @Test
  void aCallThatIsCancelledWhileItIsMadeEnds() throws Exception {
    server.enqueue(new MockResponse.Builder().onResponseStart(SocketEffect.Stall.INSTANCE).build());
    Call<Item> call = api.answerSame();
    CompletableFuture<Response<Item>> result = result(call);
    server.takeRequest();

    assertThat(call.isCanceled()).isFalse();
    call.cancel();

    assertThat(failure(result)).isInstanceOf(IOException.class);
    assertThat(call.isCanceled()).isTrue();
    assertThat(call.clone().isCanceled()).isFalse();
  }

  @Test
  void whatNoRequestCanBeMadeOfIsRefusedBeforeThereIsACall() {
    BodiesApi bodies = new BodiesApiCalls(calls());
    PathApi path = new PathApiCalls(calls());

    assertThatIllegalArgumentException()
        .isThrownBy(() -> bodies.sendModel(null))
        .withMessageContaining("item must not be null");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> path.simpleText(null))
        .withMessageContaining("v must not be null");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> path.simpleText(".."))
        .withMessageContaining("simple/..");
    assertThat(server.getRequestCount()).isZero();
  }

  @Test
  void theAddressEndsWithASlash() {
    HttpUrl url = HttpUrl.get("https://relay.example.com/v1");

    assertThatIllegalArgumentException()
        .isThrownBy(() -> new DirectCalls(http, url))
        .withMessageContaining("must end in /")
        .withMessageContaining("/v1");
  }

  @Test
  void anAdapterIsHadWithoutMoshi() throws Exception {
    assertThat(ModelJsonAdapterFactory.<Item>adapter(Item.class).fromJson("{\"id\":\"1\"}").id())
        .isEqualTo("1");
    assertThat(ModelJsonAdapterFactory.<Item>adapter(Item.class))
        .isSameAs(ModelJsonAdapterFactory.<Item>adapter(Item.class));
    assertThat(
            ModelJsonAdapterFactory.<List<Item>>adapter(
                    Types.newParameterizedType(List.class, Item.class))
                .fromJson("[{\"id\":\"1\"}]"))
        .extracting(Item::id)
        .containsExactly("1");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> ModelJsonAdapterFactory.adapter(Thread.class))
        .withMessageContaining("java.lang.Thread");
    assertThatIllegalArgumentException()
        .isThrownBy(
            () -> ModelJsonAdapterFactory.adapter(io.github.kling4j.documents.models.Item.class))
        .withMessageContaining("io.github.kling4j.documents.models.Item");
  }

  private DirectCalls calls() {
    return new DirectCalls(http, server.url("/"));
  }

  private void answer(String json) {
    server.enqueue(new MockResponse.Builder().body(json).build());
  }

  private static <T> CompletableFuture<Response<T>> result(Call<T> call) {
    CompletableFuture<Response<T>> result = new CompletableFuture<>();
    call.enqueue(
        new Callback<>() {
          @Override
          public void onResponse(Call<T> answered, Response<T> response) {
            assertThat(answered).isSameAs(call);
            result.complete(response);
          }

          @Override
          public void onFailure(Call<T> failed, Throwable failure) {
            result.completeExceptionally(failure);
          }
        });
    return result;
  }

  private static Throwable failure(Call<?> call) throws Exception {
    return failure(result(call));
  }

  private static Throwable failure(CompletableFuture<?> result) throws Exception {
    try {
      throw new AssertionError("It answered: " + result.get(10, TimeUnit.SECONDS));
    } catch (ExecutionException e) {
      return e.getCause();
    }
  }
}
