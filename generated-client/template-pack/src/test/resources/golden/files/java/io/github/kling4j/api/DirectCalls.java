// Generated from the OpenAPI document Pets 1. Do not edit: change the document, or a template.

package io.github.kling4j.api;

import com.squareup.moshi.JsonAdapter;
import com.squareup.moshi.JsonWriter;
import io.github.kling4j.model.ModelJsonAdapterFactory;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Type;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import okhttp3.HttpUrl;
import okhttp3.MediaType;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.ResponseBody;
import okio.Buffer;
import okio.BufferedSink;
import okio.BufferedSource;
import okio.ByteString;
import org.jspecify.annotations.Nullable;
import retrofit2.Call;
import retrofit2.Response;

/**
 * Makes the calls of this package's interfaces as Retrofit makes them, with the same requests and
 * the same answers, but without reflection, annotations and proxies: a program begins sooner, and
 * allocates less. Each interface has a class for it, whose name is the interface's and {@code
 * Calls}. Safe for use by several threads.
 *
 * <p>Otherwise than Retrofit's, a method throws when it is called with what no request can be made
 * of, and not when the call is executed; requests have no {@code Invocation} as a tag; and the raw
 * response of an answer has the body that came, read to its end.
 */
public class DirectCalls {
  private static final ByteString BYTE_ORDER_MARK = ByteString.decodeHex("efbbbf");
  private static final RequestBody NOTHING = RequestBody.create(new byte[0]);

  private final okhttp3.Call.Factory factory;
  private final HttpUrl baseUrl;
  private final Map<String, HttpUrl> addresses = new ConcurrentHashMap<>();
  private final Map<String, MediaType> mediaTypes = new ConcurrentHashMap<>();

  /**
   * Creates what makes calls.
   *
   * @param factory what sends requests, such as an OkHttp client
   * @param baseUrl the server's address, which ends with a slash
   * @throws IllegalArgumentException when the address does not end with a slash
   */
  public DirectCalls(okhttp3.Call.Factory factory, HttpUrl baseUrl) {
    List<String> segments = baseUrl.pathSegments();
    if (!segments.get(segments.size() - 1).isEmpty()) {
      throw new IllegalArgumentException("baseUrl must end in /: " + baseUrl);
    }
    this.factory = factory;
    this.baseUrl = baseUrl;
  }

  /**
   * Reads a successful answer that is JSON, and closes its body. A subclass may do it in another
   * way.
   *
   * @param adapter reads the JSON
   * @param raw the answer
   * @param <T> what it holds
   * @return the answer with what it holds
   * @throws IOException when the network fails
   * @throws com.squareup.moshi.JsonDataException when it is other JSON, or none
   */
  protected <T> Response<T> succeeded(JsonAdapter<T> adapter, okhttp3.Response raw)
      throws IOException {
    try (ResponseBody body = raw.body()) {
      BufferedSource source = body.source();
      if (source.rangeEquals(0, BYTE_ORDER_MARK)) {
        source.skip(BYTE_ORDER_MARK.size());
      }
      return Response.success(adapter.fromJson(source), raw);
    }
  }

  /**
   * Reads an answer whose status is not successful, and closes its body. A subclass may do it in
   * another way.
   *
   * @param raw the answer
   * @param <T> what a successful one would hold
   * @return the answer with its body in memory
   * @throws IOException when it breaks off
   */
  protected <T> Response<T> failed(okhttp3.Response raw) throws IOException {
    return Response.error(buffered(raw.body()), raw);
  }

  private static ResponseBody buffered(ResponseBody body) throws IOException {
    try (body) {
      Buffer bytes = new Buffer();
      body.source().readAll(bytes);
      return ResponseBody.create(bytes, body.contentType(), body.contentLength());
    }
  }

  /** How a successful answer is read. */
  interface Answer<T> {
    Response<T> read(okhttp3.Response raw) throws IOException;
  }

  <T> Call<T> call(Answer<T> answer, RequestParts request) {
    return new DirectCall<>(this, this.factory, request.build(), answer);
  }

  <T> Answer<T> json(Type type) {
    return raw -> succeeded(ModelJsonAdapterFactory.<T>adapter(type), raw);
  }

  static Answer<ResponseBody> bytes() {
    return raw -> Response.success(buffered(raw.body()), raw);
  }

  static Answer<ResponseBody> stream() {
    return raw -> Response.success(raw.body(), raw);
  }

  static Answer<Void> nothing() {
    return raw -> {
      raw.close();
      return Response.success(null, raw);
    };
  }

  /** Begins a request to a path that is always the same. */
  RequestParts request(String method, String path) {
    HttpUrl address = this.addresses.get(path);
    if (address == null) {
      address = resolved(path);
      this.addresses.put(path, address);
    }
    return new RequestParts(method, address);
  }

  /** Begins a request to a path with parameters in it. */
  RequestParts requestTo(String method, String path) {
    String dots = path.replace("%2e", ".").replace("%2E", ".");
    if (dots.startsWith("../")
        || dots.contains("/./")
        || dots.contains("/../")
        || dots.endsWith("/.")
        || dots.endsWith("/..")) {
      throw new IllegalArgumentException(
          "Path parameters must not perform path traversal by . or ..: " + path);
    }
    return new RequestParts(method, resolved(path));
  }

  private HttpUrl resolved(String path) {
    HttpUrl address = this.baseUrl.resolve(path);
    if (address == null) {
      throw new IllegalArgumentException("Malformed URL. Base: " + this.baseUrl + ", Relative: " + path);
    }
    return address;
  }

  /** Returns a parameter as it stands in the path: a slash in it begins no new part of the path. */
  static String path(String name, @Nullable Object value, boolean encoded) {
    String text = needed(name, value).toString();
    for (int i = 0; i < text.length(); i++) {
      char each = text.charAt(i);
      boolean plain =
          (each >= 'a' && each <= 'z')
              || (each >= 'A' && each <= 'Z')
              || (each >= '0' && each <= '9')
              || "-._~!$&'()*+,;=:@".indexOf(each) >= 0
              || (encoded && each == '%');
      if (!plain) {
        HttpUrl.Builder one = new HttpUrl.Builder().scheme("http").host("localhost");
        HttpUrl url = (encoded ? one.addEncodedPathSegment(text) : one.addPathSegment(text)).build();
        return url.encodedPath().substring(1);
      }
    }
    return text;
  }

  private MediaType mediaType(String text) {
    MediaType type = this.mediaTypes.get(text);
    if (type == null) {
      type = MediaType.get(text);
      this.mediaTypes.put(text, type);
    }
    return type;
  }

  private static <T> T needed(String name, @Nullable T value) {
    if (value == null) {
      throw new IllegalArgumentException(name + " must not be null");
    }
    return value;
  }

  /** A request in the making. */
  final class RequestParts {
    private final String method;
    private final Request.Builder request = new Request.Builder();
    private HttpUrl url;
    private @Nullable RequestBody body;
    private @Nullable MediaType contentType;

    private RequestParts(String method, HttpUrl url) {
      this.method = method;
      this.url = url;
    }

    RequestParts header(String name, String value) {
      if (name.equalsIgnoreCase("Content-Type")) {
        this.contentType = mediaType(value);
      } else {
        this.request.addHeader(name, value);
      }
      return this;
    }

    RequestParts query(Map<String, String> query) {
      HttpUrl.Builder builder = this.url.newBuilder();
      needed("query", query).forEach(builder::addEncodedQueryParameter);
      this.url = builder.build();
      return this;
    }

    RequestParts headers(Map<String, String> headers) {
      needed("headers", headers)
          .forEach(
              (name, value) -> {
                if (name.equalsIgnoreCase("Content-Type")) {
                  this.contentType = MediaType.get(value);
                } else {
                  this.request.addHeader(name, value);
                }
              });
      return this;
    }

    RequestParts body(String name, RequestBody body) {
      this.body = needed(name, body);
      return this;
    }

    <T> RequestParts json(String name, Type type, T value) {
      Buffer json = new Buffer();
      try {
        ModelJsonAdapterFactory.<T>adapter(type).toJson(JsonWriter.of(json), needed(name, value));
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
      this.body = RequestBody.create(json.readByteString(), this.contentType);
      return this;
    }

    private Request build() {
      MediaType type = this.contentType;
      RequestBody sent = this.body;
      if (type != null && sent == null) {
        this.request.addHeader("Content-Type", type.toString());
      } else if (type != null && !type.equals(sent.contentType())) {
        sent = new BodyOfType(type, sent);
      }
      boolean needsBody =
          switch (this.method) {
            case "PATCH", "POST", "PUT" -> true;
            default -> false;
          };
      return this.request
          .url(this.url)
          .method(this.method, sent == null && needsBody ? NOTHING : sent)
          .build();
    }
  }

  /** A body that is sent as of another type than it says. */
  private static final class BodyOfType extends RequestBody {
    private final MediaType type;
    private final RequestBody body;

    BodyOfType(MediaType type, RequestBody body) {
      this.type = type;
      this.body = body;
    }

    @Override
    public MediaType contentType() {
      return this.type;
    }

    @Override
    public long contentLength() throws IOException {
      return this.body.contentLength();
    }

    @Override
    public boolean isOneShot() {
      return this.body.isOneShot();
    }

    @Override
    public void writeTo(BufferedSink sink) throws IOException {
      this.body.writeTo(sink);
    }
  }
}
