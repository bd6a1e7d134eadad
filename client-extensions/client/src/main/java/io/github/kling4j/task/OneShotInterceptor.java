package io.github.kling4j.task;

import io.github.kling4j.error.RequestNotSentException;
import java.io.IOException;
import java.io.InterruptedIOException;
import okhttp3.Interceptor;
import okhttp3.MediaType;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.Response;
import okio.BufferedSink;
import org.jspecify.annotations.Nullable;

/**
 * Lets a request with a body go out once. OkHttp sends a POST again on its own when a pooled
 * connection breaks, on HTTP 408, and on 503 with {@code Retry-After: 0}; for a create each of them
 * would be a second paid task. A one-shot body forbids it. Requests without a body are left alone.
 *
 * <p>Add it as the last application interceptor. A failure before the body was begun is marked as
 * {@link RequestNotSentException}.
 */
public final class OneShotInterceptor implements Interceptor {
  /** Creates an interceptor; it holds no state. */
  public OneShotInterceptor() {}

  /**
   * Makes the body of a request one-shot, if it has one, while the request is copied anyway. Where
   * it is not, this interceptor copies it for that.
   *
   * @param request the request
   * @param copy makes the copy, which is to be sent once
   */
  public static void prepare(Request request, Request.Builder copy) {
    RequestBody body = request.body();
    if (body != null) {
      copy.method(request.method(), new OneShotBody(body));
    }
  }

  @Override
  public Response intercept(Chain chain) throws IOException {
    Request request = chain.request();
    if (request.body() != null && !(request.body() instanceof OneShotBody)) {
      Request.Builder copy = request.newBuilder();
      prepare(request, copy);
      request = copy.build();
    }
    return send(chain, request);
  }

  /**
   * Sends a request, and tells a failure before its body was begun from others.
   *
   * @param chain what follows
   * @param request the request, with a body that was made one-shot, or none
   * @return the answer
   * @throws RequestNotSentException when the body was not begun
   * @throws IOException when there is no answer
   */
  public static Response send(Chain chain, Request request) throws IOException {
    if (!(request.body() instanceof OneShotBody oneShot)) {
      return chain.proceed(request);
    }
    try {
      return chain.proceed(request);
    } catch (IOException e) {
      throw oneShot.begun ? e : new RequestNotSentException(e);
    } catch (Exception e) {
      if (!(e instanceof InterruptedException) || oneShot.begun) {
        throw e;
      }
      // OkHttp does not declare it, and lets it through while it waits for a connection.
      Thread.currentThread().interrupt();
      IOException interrupted = new InterruptedIOException("interrupted");
      interrupted.initCause(e);
      throw new RequestNotSentException(interrupted);
    }
  }

  private static final class OneShotBody extends RequestBody {
    private final RequestBody body;
    volatile boolean begun;

    OneShotBody(RequestBody body) {
      this.body = body;
    }

    @Override
    public @Nullable MediaType contentType() {
      return body.contentType();
    }

    @Override
    public long contentLength() throws IOException {
      return body.contentLength();
    }

    @Override
    public boolean isOneShot() {
      return true;
    }

    @Override
    public void writeTo(BufferedSink sink) throws IOException {
      begun = true;
      body.writeTo(sink);
    }
  }
}
