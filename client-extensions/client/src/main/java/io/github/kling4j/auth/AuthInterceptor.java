package io.github.kling4j.auth;

import com.squareup.moshi.JsonDataException;
import io.github.kling4j.error.RequestNotSentException;
import io.github.kling4j.model.ErrorAnswer;
import io.github.kling4j.model.ErrorCode;
import io.github.kling4j.model.ModelJsonAdapterFactory;
import java.io.IOException;
import okhttp3.HttpUrl;
import okhttp3.Interceptor;
import okhttp3.Request;
import okhttp3.Response;

/**
 * Puts {@code Authorization: Bearer} on requests to one server, and on no other. Add it to an
 * OkHttp client as an application interceptor, so that OkHttp takes the header off again when it
 * follows a redirect to another host.
 *
 * <p>A token that the server calls expired or not yet valid (codes 1003 and 1004) is signed anew,
 * once for each request; such an answer means that the request was not carried out.
 */
public class AuthInterceptor implements Interceptor {
  private static final long PEEK_BYTES = 4_096;

  private final Credentials credentials;
  private final HttpUrl server;

  /**
   * Creates an interceptor.
   *
   * @param credentials the key
   * @param server the server that the key is meant for: scheme, host and port count
   */
  public AuthInterceptor(Credentials credentials, HttpUrl server) {
    this.credentials = credentials;
    this.server = server;
  }

  /**
   * Sets more than the key, in each request to whatever server, while it is copied anyway. Nothing
   * unless a subclass does.
   *
   * @param request the request
   * @param copy makes the copy, which is to be sent
   */
  protected void prepare(Request request, Request.Builder copy) {}

  /**
   * Sends a request. A subclass may do more, instead of another interceptor.
   *
   * @param chain what follows
   * @param request the copy
   * @return the answer
   * @throws IOException when there is none
   */
  protected Response send(Chain chain, Request request) throws IOException {
    return chain.proceed(request);
  }

  @Override
  public final Response intercept(Chain chain) throws IOException {
    Request request = chain.request();
    if (!isMeantFor(request.url())) {
      return send(chain, completed(request).build());
    }
    String token;
    try {
      token = credentials.token();
    } catch (RuntimeException e) {
      throw new RequestNotSentException(new IOException(e.getMessage(), e));
    }
    Response response = send(chain, authorized(request, token));
    if (response.code() != 401 || !isOutOfTime(response)) {
      return response;
    }
    String renewed = credentials.renew(token);
    if (renewed.equals(token)) {
      return response;
    }
    response.close();
    return send(chain, authorized(request, renewed));
  }

  private boolean isMeantFor(HttpUrl url) {
    return url.scheme().equals(server.scheme())
        && url.host().equals(server.host())
        && url.port() == server.port();
  }

  private Request.Builder completed(Request request) {
    Request.Builder completed = request.newBuilder();
    prepare(request, completed);
    return completed;
  }

  private Request authorized(Request request, String token) {
    return completed(request).header("Authorization", "Bearer ".concat(token)).build();
  }

  private static boolean isOutOfTime(Response response) throws IOException {
    try {
      ErrorAnswer answer =
          ModelJsonAdapterFactory.<ErrorAnswer>adapter(ErrorAnswer.class)
              .fromJson(response.peekBody(PEEK_BYTES).string());
      ErrorCode code = answer == null ? null : answer.code();
      return ErrorCode.TOKEN_NOT_YET_VALID.equals(code) || ErrorCode.TOKEN_EXPIRED.equals(code);
    } catch (JsonDataException | IOException e) {
      return false;
    }
  }
}
