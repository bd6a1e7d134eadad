package io.github.kling4j.generated;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.squareup.moshi.JsonDataException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import okio.Buffer;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Bytes that may be JSON or not: they are read, or refused with one type of exception, and soon.
 */
final class RandomBytesTest {
  /** Absurd values, by what they are. */
  private static final Map<String, String> ABSURD = new LinkedHashMap<>();

  static {
    ABSURD.put("lists in lists", "[".repeat(10_000) + "]".repeat(10_000));
    ABSURD.put("objects in objects", "{\"a\":".repeat(10_000) + "1" + "}".repeat(10_000));
    ABSURD.put("lists that never end", "[".repeat(10_000));
    ABSURD.put("a hundred lists that never end", "[".repeat(100));
    ABSURD.put("a hundred thousand digits", "7".repeat(100_000));
    ABSURD.put("a hundred thousand digits of a fraction", "0." + "7".repeat(100_000));
    ABSURD.put("digits in a string", '"' + "7".repeat(100_000) + '"');
    for (String number :
        List.of(
            "1e999999999",
            "-1e-999999999",
            "1e2147483647",
            "0e999999999",
            "1e99999999999",
            "1.7976931348623157e309",
            "4.9e-400",
            "-0",
            "00",
            "1.",
            "+1",
            "NaN",
            "Infinity")) {
      ABSURD.put(number, number);
      ABSURD.put(number + " in a string", '"' + number + '"');
    }
    for (String text :
        List.of("\\ud800", "\\udc00x", "\\ud800\\ud800", "\u0000", "\\u0000", "\ufeff", "\\x")) {
      ABSURD.put("the text " + text, '"' + text + '"');
    }
    ABSURD.put("a comment", "/* */ 1");
    ABSURD.put("nothing", "");
    ABSURD.put("a byte order mark", "\ufeff1");
  }

  static List<GeneratedModel> models() {
    return GeneratedModel.all();
  }

  @ParameterizedTest
  @MethodSource("models")
  void bytesAtRandomAreReadOrRefused(GeneratedModel model) {
    RandomCases.of(
        model,
        (each, json, random) -> {
          byte[] bytes = new byte[random.nextInt(200)];
          for (int i = 0; i < bytes.length; i++) {
            bytes[i] = (byte) random.nextInt(256);
          }
          assertReadOrRefused(each, bytes);
        });
  }

  @ParameterizedTest
  @MethodSource("models")
  void aDamagedTextIsReadOrRefused(GeneratedModel model) {
    RandomCases.of(
        model,
        (each, json, random) -> {
          byte[] bytes = utf8(json.toString());
          for (int i = random.nextInt(1, 4); i > 0; i--) {
            bytes = damaged(bytes, random);
          }
          assertReadOrRefused(each, bytes);
        });
  }

  /** Ends a text after each of its bytes, and damages each of them. */
  @ParameterizedTest
  @MethodSource("models")
  void damageAtEveryPlaceIsReadOrRefused(GeneratedModel model) {
    SplittableRandom random = new SplittableRandom(1);
    byte[] bytes = utf8(new RandomJson(model.root(), random).of(model.schema()).toString());
    for (int i = 0; i < Math.min(bytes.length, 1_000); i++) {
      assertReadOrRefused(model, Arrays.copyOf(bytes, i));
      assertReadOrRefused(model, with(bytes, i, random.nextInt(256)));
    }
  }

  @ParameterizedTest
  @MethodSource("models")
  void anAbsurdValueIsKeptOrRefused(GeneratedModel model) {
    List<String> names = List.copyOf(ABSURD.keySet());
    RandomCases.of(
        model,
        (each, json, random) -> {
          JsonNode absurd = RandomJson.NODES.textNode("the absurd value");
          boolean inside = new Places(json).replaceOne(absurd, random);
          String text = inside ? json.toString() : absurd.toString();
          String value = ABSURD.get(names.get(random.nextInt(names.size())));
          assertReadOrRefused(each, utf8(text.replace(absurd.toString(), value)));
        });
  }

  private static byte[] damaged(byte[] bytes, SplittableRandom random) {
    int at = random.nextInt(bytes.length + 1);
    byte[] head = Arrays.copyOf(bytes, at);
    byte[] tail = Arrays.copyOfRange(bytes, at, bytes.length);
    byte[] some = Arrays.copyOfRange(bytes, at, Math.min(bytes.length, at + random.nextInt(9)));
    return switch (random.nextInt(5)) {
      case 0 -> head;
      case 1 -> joined(head, Arrays.copyOfRange(tail, Math.min(tail.length, 1), tail.length));
      case 2 -> joined(head, new byte[] {(byte) random.nextInt(256)}, tail);
      case 3 -> joined(head, some, tail);
      default ->
          bytes.length == 0
              ? bytes
              : with(bytes, random.nextInt(bytes.length), 1 << random.nextInt(8));
    };
  }

  private static byte[] joined(byte[]... parts) {
    Buffer all = new Buffer();
    for (byte[] part : parts) {
      all.write(part);
    }
    return all.readByteArray();
  }

  /** Changes some bits of one byte. */
  private static byte[] with(byte[] bytes, int at, int bits) {
    byte[] changed = bytes.clone();
    changed[at] ^= (byte) bits;
    return changed;
  }

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static void assertReadOrRefused(GeneratedModel model, byte[] bytes) {
    try {
      Object read = model.read(new Buffer().write(bytes));
      if (read != null) {
        GeneratedModel.callAll(read);
        assertThat(model.write(read)).isNotEmpty();
      }
    } catch (JsonDataException e) {
      assertThat(e).hasMessageContaining(" $");
    } catch (RuntimeException | AssertionError e) {
      throw new AssertionError("In the bytes " + new Buffer().write(bytes).readByteString(), e);
    }
  }
}
