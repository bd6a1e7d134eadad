package io.github.kling4j.error;

import java.io.IOException;
import okhttp3.Interceptor;
import okhttp3.Response;
import okhttp3.ResponseBody;
import okio.Buffer;
import okio.BufferedSource;
import okio.ForwardingSource;
import okio.Okio;
import okio.Source;

/**
 * Bounds what is read of an answer, so that no answer fills the memory. An answer with a successful
 * status ends in an {@link UnreadableBodyException} where it is longer than 16 MiB. Of any other
 * answer the first 64 KiB are read at once, and what can be read of them is its body: an error body
 * that breaks off, or is not the gzip it should be, does not hide the HTTP status.
 *
 * <p>Add it as the first application interceptor of the calls to the API, and not to downloads.
 */
public final class AnswerLimitInterceptor implements Interceptor {
  private static final long ANSWER_BYTES = 16L * 1_024 * 1_024;
  private static final long ERROR_BYTES = 64L * 1_024;

  /** Creates an interceptor; it holds no state. */
  public AnswerLimitInterceptor() {}

  @Override
  public Response intercept(Chain chain) throws IOException {
    Response response = chain.proceed(chain.request());
    ResponseBody body = response.body();
    ResponseBody bounded =
        response.isSuccessful()
            ? ResponseBody.create(
                Okio.buffer(new Bounded(body.source())), body.contentType(), body.contentLength())
            : beginning(body);
    return response.newBuilder().body(bounded).build();
  }

  private static ResponseBody beginning(ResponseBody body) {
    Buffer beginning = new Buffer();
    try (body) {
      BufferedSource source = body.source();
      long read = 0;
      while (read != -1 && beginning.size() < ERROR_BYTES) {
        read = source.read(beginning, ERROR_BYTES - beginning.size());
      }
    } catch (IOException e) {
      // What came before it still says something, and the status does.
    }
    return ResponseBody.create(beginning, body.contentType(), beginning.size());
  }

  private static final class Bounded extends ForwardingSource {
    private long left = ANSWER_BYTES;

    Bounded(Source answer) {
      super(answer);
    }

    @Override
    public long read(Buffer sink, long byteCount) throws IOException {
      long read = super.read(sink, byteCount);
      left -= Math.max(read, 0);
      if (left < 0) {
        throw new UnreadableBodyException("it is longer than 16 MiB, the most that is read");
      }
      return read;
    }
  }
}
