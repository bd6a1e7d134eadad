package io.github.kling4j.task;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import okio.ByteString;

/** Names of files for what servers name, so that none leaves its folder, on any system. */
final class FileNames {
  private static final int LONGEST = 80;
  private static final Pattern UNFIT = Pattern.compile("[^A-Za-z0-9_-]");
  private static final Pattern RESERVED =
      Pattern.compile("(?i)con|prn|aux|nul|(com|lpt)[0-9]|conin|conout|-.*|");
  private static final Pattern EXTENSION =
      Pattern.compile("(?s)[^?#]*\\.([A-Za-z0-9]{1,5})([?#].*)?");

  /** What a page or a program is named like, a video must not be. */
  private static final Set<String> VIDEOS = Set.of("mp4", "m4v", "mov", "webm", "mkv");

  private FileNames() {}

  /**
   * Returns a name for a video.
   *
   * @param taskId the id of its task
   * @param number its number among the videos of the task, 1 for the first
   * @param count how many videos the task has
   * @param url its address
   */
  static String of(String taskId, int number, int count, String url) {
    return stem(taskId) + (count == 1 ? "" : "-" + number) + "." + extension(url);
  }

  /** An id that has to be changed gets a digest, so that no other one gets the same name. */
  private static String stem(String id) {
    String fit = UNFIT.matcher(id).replaceAll("_");
    if (fit.equals(id) && id.length() <= LONGEST && !RESERVED.matcher(id).matches()) {
      return id;
    }
    String digest = ByteString.encodeUtf8(id).sha256().hex().substring(0, 16);
    return "_" + fit.substring(0, Math.min(fit.length(), LONGEST)) + "-" + digest;
  }

  private static String extension(String url) {
    Matcher matcher = EXTENSION.matcher(url);
    String extension = matcher.matches() ? matcher.group(1).toLowerCase(Locale.ROOT) : "";
    return VIDEOS.contains(extension) ? extension : "mp4";
  }
}
