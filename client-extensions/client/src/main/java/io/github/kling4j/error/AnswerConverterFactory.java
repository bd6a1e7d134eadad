package io.github.kling4j.error;

import com.squareup.moshi.JsonAdapter;
import com.squareup.moshi.Moshi;
import java.lang.annotation.Annotation;
import java.lang.reflect.Type;
import okhttp3.RequestBody;
import okhttp3.ResponseBody;
import org.jspecify.annotations.Nullable;
import retrofit2.Converter;
import retrofit2.Retrofit;
import retrofit2.converter.moshi.MoshiConverterFactory;

/** Retrofit's Moshi converter, but for the reading of answers, which is {@link AnswerReader}'s. */
public final class AnswerConverterFactory extends Converter.Factory {
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
    return converter(moshi.adapter(type));
  }

  private static <T> Converter<ResponseBody, T> converter(JsonAdapter<T> adapter) {
    return body -> {
      try (body) {
        return AnswerReader.read(adapter, body.source());
      }
    };
  }
}
