package io.github.kling4j.media;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import okio.ByteString;
import org.jspecify.annotations.Nullable;

/**
 * Which version of which file some bytes are of. No part of an address is in it.
 *
 * @param subject tells the video from any other
 * @param validator a strong {@code ETag}, or else the time of the last change
 * @param total how many bytes the whole file has, or -1 where the server did not say
 */
record FileVersion(String subject, String validator, long total) {
  private static final String HEADING = "kling4j partial download 1";
  private static final int LONGEST_NOTE = 2_000;

  static String subject(String taskId, String videoId) {
    return ByteString.encodeUtf8(taskId + "\n" + videoId).sha256().hex();
  }

  /** Reads what stands in a note; null where it is none, or one that is not whole. */
  static @Nullable FileVersion read(Path note) throws IOException {
    try {
      if (Files.size(note) > LONGEST_NOTE) {
        return null;
      }
      List<String> lines = Files.readString(note).lines().toList();
      // The last line tells that the note is whole.
      return lines.size() == 5 && lines.get(0).equals(HEADING) && lines.get(4).equals("end")
          ? new FileVersion(lines.get(1), lines.get(2), Long.parseLong(lines.get(3)))
          : null;
    } catch (NoSuchFileException | CharacterCodingException | NumberFormatException e) {
      return null;
    }
  }

  void write(Path note) throws IOException {
    Files.write(
        note,
        List.of(HEADING, subject, validator, Long.toString(total), "end"),
        StandardOpenOption.CREATE,
        StandardOpenOption.TRUNCATE_EXISTING,
        StandardOpenOption.WRITE,
        LinkOption.NOFOLLOW_LINKS);
  }
}
