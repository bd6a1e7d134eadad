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

  @Override
  public Response intercept(Chain chain) throws IOException {
    Request request = chain.request();
    RequestBody body = request.body();
    if (body == null) {
      return chain.proceed(request);
    }
    OneShotBody oneShot = new OneShotBody(body);
    try {
      return chain.proceed(request.newBuilder().method(request.method(), oneShot).build());
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
