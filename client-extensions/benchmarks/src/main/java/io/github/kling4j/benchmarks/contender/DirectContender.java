package io.github.kling4j.benchmarks.contender;

import io.github.kling4j.api.DirectCalls;
import io.github.kling4j.api.TextToVideoApiCalls;
import okhttp3.HttpUrl;

/** The generated class that makes the interface's calls without Retrofit's reflection. */
public final class DirectContender extends GeneratedContender {
  /**
   * Creates the contender.
   *
   * @param baseUrl the server's address
   */
  public DirectContender(String baseUrl) {
    super(baseUrl, (http, url) -> new TextToVideoApiCalls(new DirectCalls(http, HttpUrl.get(url))));
  }
}
