package io.github.kling4j.benchmarks.contender;

import okhttp3.OkHttpClient;

/** The end of an OkHttp client. */
final class OkHttp {
  private OkHttp() {}

  static void close(OkHttpClient http) {
    http.dispatcher().executorService().shutdown();
    http.connectionPool().evictAll();
  }
}
