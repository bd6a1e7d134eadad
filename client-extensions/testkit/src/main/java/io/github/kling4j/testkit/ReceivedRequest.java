package io.github.kling4j.testkit;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import mockwebserver3.RecordedRequest;
import okhttp3.Headers;
import okio.ByteString;
import org.jspecify.annotations.Nullable;

/**
 * One request as it arrived at the gateway, whatever the gateway answered.
 *
 * <p>Immutable. {@link #toString()} names method and path only, so that a failed assertion doesn't
 * print an API key.
 */
public final class ReceivedRequest {
  private final String method;
  private final String path;
  private final @Nullable String query;
  private final Headers headers;
  private final String body;
  private final @Nullable Place place;

  ReceivedRequest(RecordedRequest request, @Nullable Place place) {
    this.method = request.getMethod();
    this.path = request.getUrl().encodedPath();
    this.query = request.getUrl().encodedQuery();
    this.headers = request.getHeaders();
    ByteString bytes = request.getBody();
    this.body = bytes == null ? "" : bytes.utf8();
    this.place = place;
  }

  /**
   * Returns the HTTP method.
   *
   * @return the method, as {@code POST}
   */
  public String method() {
    return method;
  }

  /**
   * Returns the path without the query, percent-encoded as it was sent.
   *
   * @return the path, as {@code /kling/v1/videos/text2video}
   */
  public String path() {
    return path;
  }

  /**
   * Returns the query string, percent-encoded as it was sent.
   *
   * @return the query without its question mark, as {@code pageNum=2}; null when there is none
   */
  public @Nullable String query() {
    return query;
  }

  /**
   * Returns one header's value, the last one if it was sent more than once.
   *
   * @param name the header's name, in any case
   * @return the value, or null when the header was not sent
   */
  public @Nullable String header(String name) {
    return headers.get(name);
  }

  /**
   * Returns all headers.
   *
   * @return an unmodifiable map of lower-case names to values
   */
  public Map<String, List<String>> headers() {
    return Collections.unmodifiableMap(headers.toMultimap());
  }

  /**
   * Returns the body as text.
   *
   * @return the body read as UTF-8; empty when there is none
   */
  public String body() {
    return body;
  }

  /**
   * Reads the body as a JSON object. Whole numbers are {@code Long}, all others {@code BigDecimal}.
   *
   * @return the members in the order in which they were sent
   * @throws IllegalArgumentException when the body is no JSON object
   */
  public Map<String, @Nullable Object> json() {
    return Json.readObject(body);
  }

  /** Returns which of the gateway's services was asked for; null for a path it doesn't have. */
  @Nullable Place place() {
    return place;
  }

  /**
   * Describes the request by method and path.
   *
   * @return for instance {@code POST /kling/v1/videos/text2video}
   */
  @Override
  public String toString() {
    return method + " " + path;
  }
}
