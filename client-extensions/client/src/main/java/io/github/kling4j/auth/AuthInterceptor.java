package io.github.kling4j.auth;

import com.squareup.moshi.JsonDataException;
import com.squareup.moshi.Moshi;
import io.github.kling4j.error.RequestNotSentException;
import io.github.kling4j.model.ErrorAnswer;
import io.github.kling4j.model.ErrorCode;
import io.github.kling4j.model.ModelJsonAdapterFactory;
import java.io.IOException;
import java.util.function.BiConsumer;
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
public final class AuthInterceptor implements Interceptor {
  private static final long PEEK_BYTES = 4_096;

  private final Credentials credentials;
  private final HttpUrl server;
  private final BiConsumer<Request, Request.Builder> more;

  /**
   * Creates an interceptor.
   *
   * @param credentials the key
   * @param server the server that the key is meant for: scheme, host and port count
   */
  public AuthInterceptor(Credentials credentials, HttpUrl server) {
    this(credentials, server, (request, copy) -> {});
  }

  /**
   * Creates an interceptor that sets more than the key, for each interceptor that changes a request
   * copies all of it.
   *
   * @param credentials the key
   * @param server the server that the key is meant for: scheme, host and port count
   * @param more sets what else is to be in each request, to whatever server: it gets the request,
   *     and the builder that makes the copy
   */
  public AuthInterceptor(
      Credentials credentials, HttpUrl server, BiConsumer<Request, Request.Builder> more) {
    this.credentials = credentials;
    this.server = server;
    this.more = more;
  }

  @Override
  public Response intercept(Chain chain) throws IOException {
    Request request = chain.request();
    if (!isMeantFor(request.url())) {
      return chain.proceed(completed(request).build());
    }
    String token;
    try {
      token = credentials.token();
    } catch (RuntimeException e) {
      throw new RequestNotSentException(new IOException(e.getMessage(), e));
    }
    Response response = chain.proceed(authorized(request, token));
    if (response.code() != 401 || !isOutOfTime(response)) {
      return response;
    }
    String renewed = credentials.renew(token);
    if (renewed.equals(token)) {
      return response;
    }
    response.close();
    return chain.proceed(authorized(request, renewed));
  }

  private boolean isMeantFor(HttpUrl url) {
    return url.scheme().equals(server.scheme())
        && url.host().equals(server.host())
        && url.port() == server.port();
  }

  private Request.Builder completed(Request request) {
    Request.Builder completed = request.newBuilder();
    more.accept(request, completed);
    return completed;
  }

  private Request authorized(Request request, String token) {
    return completed(request).header("Authorization", "Bearer " + token).build();
  }

  private static boolean isOutOfTime(Response response) throws IOException {
    Moshi moshi = new Moshi.Builder().add(ModelJsonAdapterFactory.INSTANCE).build();
    try {
      ErrorAnswer answer =
          moshi.adapter(ErrorAnswer.class).fromJson(response.peekBody(PEEK_BYTES).string());
      ErrorCode code = answer == null ? null : answer.code();
      return ErrorCode.TOKEN_NOT_YET_VALID.equals(code) || ErrorCode.TOKEN_EXPIRED.equals(code);
    } catch (JsonDataException | IOException e) {
      return false;
    }
  }
}
