package io.github.kling4j.error;

import com.squareup.moshi.JsonAdapter;
import com.squareup.moshi.JsonDataException;
import com.squareup.moshi.JsonEncodingException;
import com.squareup.moshi.JsonReader;
import com.squareup.moshi.Moshi;
import java.io.EOFException;
import java.io.IOException;
import java.lang.annotation.Annotation;
import java.lang.reflect.Type;
import okhttp3.RequestBody;
import okhttp3.ResponseBody;
import okio.Buffer;
import okio.BufferedSource;
import okio.ByteString;
import org.jspecify.annotations.Nullable;
import retrofit2.Converter;
import retrofit2.Retrofit;
import retrofit2.converter.moshi.MoshiConverterFactory;

/**
 * Retrofit's Moshi converter, with one thing more: an answer that is not the JSON it should be ends
 * in an {@link UnreadableBodyException} that quotes how it begins, apart from failures of the
 * network.
 */
public final class AnswerConverterFactory extends Converter.Factory {
  private static final ByteString BYTE_ORDER_MARK = ByteString.decodeHex("efbbbf");
  private static final String WHITE_SPACE = " \t\r\n";

  /** More than is shown, for white space collapses. */
  private static final int QUOTED_BYTES = 2_048;

  private final Moshi moshi;
  private final MoshiConverterFactory requests;

  private AnswerConverterFactory(Moshi moshi) {
    this.moshi = moshi;
    this.requests = MoshiConverterFactory.create(moshi);
  }

  /**
   * Creates a factory.
   *
   * @param moshi a Moshi with the generated adapters
   * @return the factory, for {@code Retrofit.Builder.addConverterFactory}
   */
  public static AnswerConverterFactory create(Moshi moshi) {
    return new AnswerConverterFactory(moshi);
  }

  @Override
  public @Nullable Converter<?, RequestBody> requestBodyConverter(
      Type type,
      Annotation[] parameterAnnotations,
      Annotation[] methodAnnotations,
      Retrofit retrofit) {
    return requests.requestBodyConverter(type, parameterAnnotations, methodAnnotations, retrofit);
  }

  @Override
  public Converter<ResponseBody, ?> responseBodyConverter(
      Type type, Annotation[] annotations, Retrofit retrofit) {
    return new AnswerConverter<>(moshi.adapter(type));
  }

  private static final class AnswerConverter<T> implements Converter<ResponseBody, T> {
    private final JsonAdapter<T> adapter;

    AnswerConverter(JsonAdapter<T> adapter) {
      this.adapter = adapter;
    }

    @Override
    public T convert(ResponseBody body) throws IOException {
      try (body) {
        BufferedSource source = body.source();
        if (source.rangeEquals(0, BYTE_ORDER_MARK)) {
          source.skip(BYTE_ORDER_MARK.size());
        }
        while (!source.exhausted() && WHITE_SPACE.indexOf(source.getBuffer().getByte(0)) >= 0) {
          source.skip(1);
        }
        if (source.exhausted()) {
          throw new UnreadableBodyException("an empty body");
        }
        if (source.getBuffer().getByte(0) == '<') {
          throw UnreadableBodyException.page(beginning(source));
        }
        return read(source);
      }
    }

    private T read(BufferedSource source) throws IOException {
      try {
        JsonReader reader = JsonReader.of(source);
        T answer = adapter.fromJson(reader);
        if (answer == null || reader.peek() != JsonReader.Token.END_DOCUMENT) {
          throw new UnreadableBodyException("JSON that holds null, or more than one value");
        }
        return answer;
      } catch (JsonDataException | JsonEncodingException | EOFException e) {
        throw new UnreadableBodyException("not the JSON of the contract: " + e.getMessage(), e);
      }
    }

    private static String beginning(BufferedSource source) throws IOException {
      source.request(QUOTED_BYTES);
      Buffer read = new Buffer();
      source.getBuffer().copyTo(read, 0, Math.min(QUOTED_BYTES, source.getBuffer().size()));
      return PlainText.collapsed(AnswerBeginning.withoutCutWord(read, QUOTED_BYTES).readUtf8());
    }
  }
}
