package io.github.kling4j.error;

import com.squareup.moshi.JsonAdapter;
import io.github.kling4j.api.DirectCalls;
import io.github.kling4j.model.ErrorCode;
import io.github.kling4j.model.TaskAnswer;
import io.github.kling4j.model.TaskListAnswer;
import java.io.IOException;
import okhttp3.Call;
import okhttp3.HttpUrl;
import okio.BufferedSource;
import okio.Okio;
import retrofit2.Response;

/**
 * Makes the calls of the generated interfaces, and bounds what is read of an answer, so that no
 * answer fills the memory. One with a successful status that is longer than 16 MiB, or not the JSON
 * it should be, ends in an {@link UnreadableBodyException}. Of any other the first 64 KiB are read,
 * and what can be read of them is its body: an error body that breaks off, or is not the gzip it
 * should be, does not hide the HTTP status. As much of a successful answer is kept aside, from
 * which {@link ErrorMapper} tells a refusal in its own words.
 */
public final class BoundedCalls extends DirectCalls {
  /**
   * Creates what makes calls.
   *
   * @param factory what sends requests
   * @param baseUrl the server's address, which ends with a slash
   */
  public BoundedCalls(Call.Factory factory, HttpUrl baseUrl) {
    super(factory, baseUrl);
  }

  @Override
  protected <T> Response<T> succeeded(JsonAdapter<T> adapter, okhttp3.Response raw)
      throws IOException {
    AnswerBeginning seen = new AnswerBeginning();
    T value;
    try (BufferedSource source = Okio.buffer(new BoundedSource(raw.body().source(), seen))) {
      value = AnswerReader.read(adapter, source);
      if (saysSucceed(value)) {
        seen.forget();
        return Response.success(value, raw);
      }
    }
    // It may be a refusal.
    return Response.success(value, raw.newBuilder().request(seen.tagged(raw.request())).build());
  }

  private static boolean saysSucceed(Object value) {
    ErrorCode code =
        value instanceof TaskAnswer answer
            ? answer.code()
            : value instanceof TaskListAnswer answer ? answer.code() : null;
    return ErrorCode.SUCCEED.equals(code);
  }

  @Override
  protected <T> Response<T> failed(okhttp3.Response raw) {
    return Response.error(AnswerBeginning.of(raw.body()), raw);
  }
}
