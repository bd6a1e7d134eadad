package io.github.kling4j.error;

import java.io.IOException;
import okhttp3.Interceptor;
import okhttp3.MediaType;
import okhttp3.Response;
import okhttp3.ResponseBody;
import okio.BufferedSource;
import okio.Okio;
import org.jspecify.annotations.Nullable;

/**
 * Bounds what is read of an answer, so that no answer fills the memory. An answer with a successful
 * status ends in an {@link UnreadableBodyException} where it is longer than 16 MiB. Of any other
 * answer the first 64 KiB are read at once, and what can be read of them is its body: an error body
 * that breaks off, or is not the gzip it should be, does not hide the HTTP status. As much of a
 * successful answer is kept aside, from which {@link ErrorMapper} tells a refusal in its own words.
 *
 * <p>Add it as the first application interceptor of the calls that Retrofit makes to the API, and
 * not to downloads. {@link BoundedCalls} need none.
 */
public final class AnswerLimitInterceptor implements Interceptor {
  /** Creates an interceptor. */
  public AnswerLimitInterceptor() {}

  @Override
  public Response intercept(Chain chain) throws IOException {
    Response response = chain.proceed(chain.request());
    ResponseBody body = response.body();
    if (!response.isSuccessful()) {
      return response.newBuilder().body(AnswerBeginning.of(body)).build();
    }
    Response.Builder bounded = response.newBuilder();
    AnswerBeginning seen = new AnswerBeginning();
    bounded.request(seen.tagged(response.request()));
    return bounded.body(new BoundedBody(body, seen)).build();
  }

  private static final class BoundedBody extends ResponseBody {
    private final @Nullable MediaType type;
    private final long length;
    private final BufferedSource source;

    BoundedBody(ResponseBody body, AnswerBeginning seen) {
      this.type = body.contentType();
      this.length = body.contentLength();
      this.source = Okio.buffer(new BoundedSource(body.source(), seen));
    }

    @Override
    public @Nullable MediaType contentType() {
      return type;
    }

    @Override
    public long contentLength() {
      return length;
    }

    @Override
    public BufferedSource source() {
      return source;
    }
  }
}
