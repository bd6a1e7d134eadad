package io.github.kling4j.error;

import java.io.IOException;
import okhttp3.Interceptor;
import okhttp3.MediaType;
import okhttp3.Request;
import okhttp3.Response;
import okhttp3.ResponseBody;
import okio.Buffer;
import okio.BufferedSource;
import okio.ForwardingSource;
import okio.Okio;
import okio.Source;
import org.jspecify.annotations.Nullable;

/**
 * Bounds what is read of an answer, so that no answer fills the memory. An answer with a successful
 * status ends in an {@link UnreadableBodyException} where it is longer than 16 MiB. Of any other
 * answer the first 64 KiB are read at once, and what can be read of them is its body: an error body
 * that breaks off, or is not the gzip it should be, does not hide the HTTP status. As much of a
 * successful answer is kept aside, from which {@link ErrorMapper} tells a refusal in its own words.
 *
 * <p>Add it as the first application interceptor of the calls to the API, and not to downloads.
 */
public final class AnswerLimitInterceptor implements Interceptor {
  private static final long ANSWER_BYTES = 16L * 1_024 * 1_024;

  private volatile @Nullable MediaType lastType;

  /** Creates an interceptor. */
  public AnswerLimitInterceptor() {}

  /**
   * Makes room on a request for what is kept aside of its answer, while the request is copied
   * anyway. Where it has none, this interceptor copies it for that.
   *
   * @param copy makes the copy
   */
  public static void prepare(Request.Builder copy) {
    copy.tag(AnswerBeginning.class, new AnswerBeginning());
  }

  @Override
  public Response intercept(Chain chain) throws IOException {
    Response response = chain.proceed(chain.request());
    ResponseBody body = response.body();
    if (!response.isSuccessful()) {
      return response.newBuilder().body(beginning(body)).build();
    }
    Response.Builder bounded = response.newBuilder();
    AnswerBeginning seen = response.request().tag(AnswerBeginning.class);
    if (seen == null) {
      seen = new AnswerBeginning();
      bounded.request(response.request().newBuilder().tag(AnswerBeginning.class, seen).build());
    }
    MediaType type = type(body, response.header("Content-Type"));
    return bounded.body(new BoundedBody(body, type, seen)).build();
  }

  /**
   * Returns the type of a body. To parse it takes as long as a small answer, which has it again.
   */
  private @Nullable MediaType type(ResponseBody body, @Nullable String text) {
    MediaType last = lastType;
    if (last != null && last.toString().equals(text)) {
      return last;
    }
    MediaType type = body.contentType();
    lastType = type;
    return type;
  }

  private static ResponseBody beginning(ResponseBody body) {
    Buffer beginning = new Buffer();
    try (body) {
      BufferedSource source = body.source();
      long read = 0;
      while (read != -1 && beginning.size() < AnswerBeginning.MOST_BYTES) {
        read = source.read(beginning, AnswerBeginning.MOST_BYTES - beginning.size());
      }
    } catch (IOException e) {
      // What came before it still says something, and the status does.
    }
    Buffer kept = AnswerBeginning.withoutCutWord(beginning, AnswerBeginning.MOST_BYTES);
    return ResponseBody.create(kept, body.contentType(), kept.size());
  }

  private static final class BoundedBody extends ResponseBody {
    private final @Nullable MediaType type;
    private final long length;
    private final BufferedSource source;

    BoundedBody(ResponseBody body, @Nullable MediaType type, AnswerBeginning seen) {
      this.type = type;
      this.length = body.contentLength();
      this.source = Okio.buffer(new Bounded(body.source(), seen));
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

  private static final class Bounded extends ForwardingSource {
    private final AnswerBeginning seen;
    private long left = ANSWER_BYTES;

    Bounded(Source answer, AnswerBeginning seen) {
      super(answer);
      this.seen = seen;
    }

    @Override
    public long read(Buffer sink, long byteCount) throws IOException {
      long read = super.read(sink, byteCount);
      if (read > 0) {
        seen.add(sink, read);
        left -= read;
      }
      if (left < 0) {
        throw new UnreadableBodyException("it is longer than 16 MiB, the most that is read");
      }
      return read;
    }
  }
}
