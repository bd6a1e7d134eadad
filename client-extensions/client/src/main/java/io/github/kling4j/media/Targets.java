package io.github.kling4j.media;

import io.github.kling4j.media.DownloadPolicy.IfExists;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import org.jspecify.annotations.Nullable;

/** Where downloads may go. */
final class Targets {
  private Targets() {}

  /** Tells whether there is nothing to do. */
  static boolean isDone(Path target, IfExists ifExists) {
    return ifExists == IfExists.SKIP && Files.isRegularFile(target);
  }

  /** Returns what speaks against a target, or null. */
  static @Nullable String complaint(Path target, IfExists ifExists) throws IOException {
    Path folder = target.getParent();
    if (folder == null || !Files.isDirectory(folder)) {
      return "there is no folder " + folder + ": create it first";
    }
    boolean isFolder;
    try {
      isFolder =
          Files.readAttributes(target, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS)
                  .isDirectory()
              || Files.isDirectory(target);
    } catch (NoSuchFileException e) {
      return null;
    }
    if (isFolder) {
      return target + " is a folder: give the name of a file in it";
    }
    return ifExists == IfExists.REPLACE
        ? null
        : target + " exists: choose another name, or replace it with REPLACE_EXISTING";
  }
}
