package io.github.kling4j.defaults;

import java.time.Duration;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import okhttp3.Dispatcher;
import okhttp3.OkHttpClient;

/** The HTTP client that is made where the caller brings none. */
public final class HttpDefaults {
  private HttpDefaults() {}

  /**
   * Returns a builder with time-outs of 10 seconds to connect and 60 seconds to read and to write.
   * Its threads are daemons: OkHttp's own would keep a JVM alive for a minute after the last call.
   *
   * @return a new builder
   */
  public static OkHttpClient.Builder client() {
    ThreadPoolExecutor threads =
        new ThreadPoolExecutor(
            0,
            Integer.MAX_VALUE,
            60,
            TimeUnit.SECONDS,
            new SynchronousQueue<>(),
            runnable -> {
              Thread thread = new Thread(runnable, "kling4j-http");
              thread.setDaemon(true);
              return thread;
            });
    return new OkHttpClient.Builder()
        .dispatcher(new Dispatcher(threads))
        .connectTimeout(Duration.ofSeconds(10))
        .readTimeout(Duration.ofSeconds(60))
        .writeTimeout(Duration.ofSeconds(60));
  }
}
