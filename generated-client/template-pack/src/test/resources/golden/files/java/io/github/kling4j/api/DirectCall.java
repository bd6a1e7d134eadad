// Generated from the OpenAPI document Pets 1. Do not edit: change the document, or a template.

package io.github.kling4j.api;

import java.io.IOException;
import okhttp3.Request;
import okio.Timeout;
import org.jspecify.annotations.Nullable;
import retrofit2.Call;
import retrofit2.Callback;
import retrofit2.Response;

/** One call, made once: Retrofit's, over OkHttp's. */
final class DirectCall<T> implements Call<T> {
  private final DirectCalls calls;
  private final okhttp3.Call.Factory factory;
  private final Request request;
  private final DirectCalls.Answer<T> answer;
  private okhttp3.@Nullable Call call;
  private boolean executed;
  private volatile boolean canceled;

  DirectCall(
      DirectCalls calls,
      okhttp3.Call.Factory factory,
      Request request,
      DirectCalls.Answer<T> answer) {
    this.calls = calls;
    this.factory = factory;
    this.request = request;
    this.answer = answer;
  }

  private synchronized okhttp3.Call call() {
    okhttp3.Call current = this.call;
    if (current == null) {
      current = this.factory.newCall(this.request);
      this.call = current;
    }
    return current;
  }

  private synchronized void begin() {
    if (this.executed) {
      throw new IllegalStateException("Already executed.");
    }
    this.executed = true;
  }

  /** Returns the call, cancelled where somebody wanted that before there was one. */
  private okhttp3.Call begun() {
    okhttp3.Call call = call();
    if (this.canceled) {
      call.cancel();
    }
    return call;
  }

  @Override
  public Response<T> execute() throws IOException {
    begin();
    return response(begun().execute());
  }

  @Override
  public void enqueue(Callback<T> callback) {
    begin();
    okhttp3.Call call;
    try {
      call = begun();
    } catch (RuntimeException e) {
      callback.onFailure(this, e);
      return;
    }
    call.enqueue(
        new okhttp3.Callback() {
          @Override
          public void onResponse(okhttp3.Call call, okhttp3.Response raw) {
            Response<T> response;
            try {
              response = response(raw);
            } catch (IOException | RuntimeException e) {
              callback.onFailure(DirectCall.this, e);
              return;
            }
            callback.onResponse(DirectCall.this, response);
          }

          @Override
          public void onFailure(okhttp3.Call call, IOException e) {
            callback.onFailure(DirectCall.this, e);
          }
        });
  }

  private Response<T> response(okhttp3.Response raw) throws IOException {
    if (!raw.isSuccessful()) {
      return this.calls.failed(raw);
    }
    if (raw.code() == 204 || raw.code() == 205) {
      raw.close();
      return Response.success(null, raw);
    }
    return this.answer.read(raw);
  }

  @Override
  public synchronized boolean isExecuted() {
    return this.executed;
  }

  @Override
  public void cancel() {
    this.canceled = true;
    okhttp3.Call current;
    synchronized (this) {
      current = this.call;
    }
    if (current != null) {
      current.cancel();
    }
  }

  @Override
  public synchronized boolean isCanceled() {
    okhttp3.Call current = this.call;
    return this.canceled || (current != null && current.isCanceled());
  }

  @Override
  @SuppressWarnings("MethodDoesntCallSuperMethod") // A new call, as Retrofit has it.
  public Call<T> clone() {
    return new DirectCall<>(this.calls, this.factory, this.request, this.answer);
  }

  @Override
  public Request request() {
    return call().request();
  }

  @Override
  public Timeout timeout() {
    return call().timeout();
  }
}
