package io.github.kling4j.error;

import com.squareup.moshi.JsonAdapter;
import com.squareup.moshi.JsonDataException;
import com.squareup.moshi.JsonEncodingException;
import com.squareup.moshi.JsonReader;
import java.io.EOFException;
import java.io.IOException;
import okio.Buffer;
import okio.BufferedSource;
import okio.ByteString;

/**
 * Reads answers that are JSON. One that is not the JSON it should be ends in an {@link
 * UnreadableBodyException} that quotes how it begins, apart from failures of the network.
 */
final class AnswerReader {
  private static final ByteString BYTE_ORDER_MARK = ByteString.decodeHex("efbbbf");
  private static final String WHITE_SPACE = " \t\r\n";

  /** More than is shown, for white space collapses. */
  private static final int QUOTED_BYTES = 2_048;

  private AnswerReader() {}

  /**
   * Reads a successful answer.
   *
   * @param adapter reads the JSON
   * @param source the body, which is not closed
   * @param <T> what it holds
   * @return what it holds
   * @throws UnreadableBodyException when it is not the JSON it should be, or not whole
   * @throws IOException when the network fails
   */
  static <T> T read(JsonAdapter<T> adapter, BufferedSource source) throws IOException {
    if (!source.exhausted()
        && source.getBuffer().getByte(0) == BYTE_ORDER_MARK.getByte(0)
        && source.rangeEquals(0, BYTE_ORDER_MARK)) {
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
