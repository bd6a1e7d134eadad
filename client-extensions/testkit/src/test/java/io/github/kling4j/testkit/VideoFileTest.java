package io.github.kling4j.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;

class VideoFileTest {
  private final ByteBuffer file = VideoFile.bytes().asByteBuffer();

  @Test
  void itIsSmall() {
    assertThat(file.remaining()).isLessThan(50_000);
  }

  @Test
  void itCanBePlayedFromItsBeginning() {
    assertThat(boxes(file).keySet()).startsWith("ftyp", "moov").contains("mdat");
  }

  @Test
  void itsDurationIsTheOneAnswered() {
    ByteBuffer header = boxes(boxes(file).get("moov")).get("mvhd");
    assertThat(header.get(0)).as("version").isZero();
    double seconds = (double) header.getInt(16) / header.getInt(12);
    assertThat(String.format(Locale.ROOT, "%.3f", seconds)).isEqualTo(VideoFile.SECONDS);
  }

  @Test
  void itIsEncodedInTheOldestProfileOfH264() {
    String bytes = StandardCharsets.ISO_8859_1.decode(file.duplicate()).toString();
    int config = bytes.indexOf("avcC");
    assertThat(config).isPositive();
    assertThat((int) bytes.charAt(config + 5)).as("baseline profile").isEqualTo(66);
  }

  private static Map<String, ByteBuffer> boxes(ByteBuffer container) {
    Map<String, ByteBuffer> boxes = new LinkedHashMap<>();
    ByteBuffer rest = container.duplicate();
    while (rest.hasRemaining()) {
      int size = rest.getInt(rest.position());
      byte[] name = new byte[4];
      rest.get(rest.position() + 4, name);
      ByteBuffer content = rest.slice(rest.position() + 8, size - 8);
      boxes.put(new String(name, StandardCharsets.ISO_8859_1), content);
      rest.position(rest.position() + size);
    }
    return boxes;
  }
}
