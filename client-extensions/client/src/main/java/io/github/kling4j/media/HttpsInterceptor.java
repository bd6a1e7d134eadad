package io.github.kling4j.media;

import java.io.IOException;
import java.net.ProtocolException;
import okhttp3.HttpUrl;
import okhttp3.Interceptor;
import okhttp3.Request;
import okhttp3.Response;

/** Keeps a file that was asked for by https from being fetched by plain http after a redirect. */
final class HttpsInterceptor implements Interceptor {
  @Override
  public Response intercept(Chain chain) throws IOException {
    Request request = chain.request();
    HttpUrl first = request.tag(HttpUrl.class);
    if (first != null && first.isHttps() && !request.isHttps()) {
      throw new UnsafeRedirectException();
    }
    return chain.proceed(request);
  }

  /** A protocol's breach, which OkHttp tries no other way for. */
  static final class UnsafeRedirectException extends ProtocolException {
    private static final long serialVersionUID = 1L;

    UnsafeRedirectException() {
      super("a redirect from https to plain http is not followed");
    }
  }
}
