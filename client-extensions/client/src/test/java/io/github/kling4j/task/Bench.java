package io.github.kling4j.task;

import com.squareup.moshi.Moshi;
import io.github.kling4j.api.TextToVideoApi;
import io.github.kling4j.auth.AuthInterceptor;
import io.github.kling4j.auth.Credentials;
import io.github.kling4j.defaults.RequestDefaults;
import io.github.kling4j.error.AnswerConverterFactory;
import io.github.kling4j.error.ErrorMapper;
import io.github.kling4j.media.VideoDownloader;
import io.github.kling4j.model.ModelJsonAdapterFactory;
import io.github.kling4j.model.Task;
import io.github.kling4j.retry.ManualTimer;
import io.github.kling4j.retry.Retries;
import io.github.kling4j.retry.RetryPolicy;
import java.util.List;
import java.util.concurrent.AbstractExecutorService;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.function.UnaryOperator;
import okhttp3.Dispatcher;
import okhttp3.HttpUrl;
import okhttp3.OkHttpClient;
import retrofit2.Retrofit;

/** The operations with a time of their own, put together as someone with a Retrofit would. */
final class Bench implements AutoCloseable {
  final ManualTimer timer = new ManualTimer();
  final OkHttpClient http;
  final TextToVideo videos;
  private final TaskEngine engine;

  private Bench(
      String url,
      Dispatcher dispatcher,
      RetryPolicy policy,
      WaitPolicy waitPolicy,
      Executor lookThreads) {
    Credentials key = Credentials.apiKey("sk-test");
    http =
        new OkHttpClient.Builder()
            .dispatcher(dispatcher)
            .addInterceptor(new AuthInterceptor(key, HttpUrl.get(url)))
            .addInterceptor(new OneShotInterceptor())
            .build();
    Moshi moshi = new Moshi.Builder().add(ModelJsonAdapterFactory.INSTANCE).build();
    Retrofit retrofit =
        new Retrofit.Builder()
            .baseUrl(url)
            .client(http)
            .addConverterFactory(AnswerConverterFactory.create(moshi))
            .build();
    Retries retries = new Retries(policy, timer, Runnable::run);
    engine =
        new TaskEngine(
            new ErrorMapper(key::redact),
            retries,
            new VideoDownloader(http, retries, UnaryOperator.identity()),
            waitPolicy,
            false,
            lookThreads);
    videos =
        new TextToVideo(
            retrofit.create(TextToVideoApi.class),
            engine,
            RequestDefaults.textToVideo(),
            UnaryOperator.identity());
  }

  /** Calls are carried out by the thread that makes them, so that time's steps are complete. */
  static Bench onTheSpot(String url) {
    return onTheSpot(url, RetryPolicy.never());
  }

  static Bench onTheSpot(String url, RetryPolicy policy) {
    return new Bench(
        url, new Dispatcher(new OnTheSpot()), policy, WaitPolicy.defaults(), Runnable::run);
  }

  static Bench withThreads(String url) {
    return withThreads(url, RetryPolicy.never());
  }

  static Bench withThreads(String url, RetryPolicy policy) {
    return new Bench(url, new Dispatcher(), policy, WaitPolicy.defaults(), new LookThreads(3));
  }

  static Bench withThreads(String url, WaitPolicy waitPolicy) {
    return new Bench(
        url,
        new Dispatcher(),
        RetryPolicy.never(),
        waitPolicy,
        new LookThreads(waitPolicy.looksAtOnce));
  }

  VideoTask create(String prompt) {
    return create(prompt, "order-17");
  }

  VideoTask create(String prompt, String externalTaskId) {
    return videos.create(r -> r.prompt(prompt).externalTaskId(externalTaskId));
  }

  /** Brings what a callback says of a task. */
  boolean deliver(Task task, boolean trusted) {
    return engine.deliver(task, trusted);
  }

  void endWaits() {
    engine.close();
  }

  @Override
  public void close() {
    endWaits();
    http.dispatcher().executorService().shutdown();
    http.connectionPool().evictAll();
  }

  private static final class OnTheSpot extends AbstractExecutorService {
    @Override
    public void execute(Runnable command) {
      command.run();
    }

    @Override
    public void shutdown() {}

    @Override
    public List<Runnable> shutdownNow() {
      return List.of();
    }

    @Override
    public boolean isShutdown() {
      return false;
    }

    @Override
    public boolean isTerminated() {
      return false;
    }

    @Override
    public boolean awaitTermination(long timeout, TimeUnit unit) {
      return true;
    }
  }
}
