package io.github.kling4j.media;

import io.github.kling4j.error.DownloadException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.CopyOption;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Set;
import java.util.UUID;
import java.util.function.UnaryOperator;
import okhttp3.HttpUrl;
import okhttp3.MediaType;
import okhttp3.Request;
import okhttp3.Response;
import okhttp3.ResponseBody;
import okio.BufferedSource;
import org.jspecify.annotations.Nullable;

/** One file on its way: checked before it is asked for, and whole before it has its name. */
final class Transfer {
  private static final int CHUNK_BYTES = 64 * 1_024;

  final Request request;
  private final Path target;
  private final String taskId;
  private final String from;
  private final UnaryOperator<IOException> clean;
  private final boolean replace;

  Transfer(
      String url,
      Path target,
      String taskId,
      UnaryOperator<IOException> clean,
      CopyOption... options) {
    this.clean = clean;
    this.target = target.toAbsolutePath();
    this.taskId = taskId;
    this.from = withoutSecrets(url);
    this.replace = replaces(options);
    HttpUrl address = HttpUrl.parse(url);
    if (address == null) {
      throw problem("the address is neither http nor https");
    }
    this.request = new Request.Builder().url(address).build();
    checkTarget();
  }

  /** An address without what may be a signature or a password. */
  static String withoutSecrets(String url) {
    return url.replaceAll("//[^/?#]*@", "//***@").replaceAll("(?s)[?#].*", "?…");
  }

  private static boolean replaces(CopyOption... options) {
    for (CopyOption option : options) {
      if (option != StandardCopyOption.REPLACE_EXISTING) {
        throw new UnsupportedOperationException("A download knows no option " + option);
      }
    }
    return options.length > 0;
  }

  private void checkTarget() {
    Path folder = target.getParent();
    if (folder == null || !Files.isDirectory(folder)) {
      throw problem("there is no folder " + folder + ": create it first");
    }
    if (Files.isDirectory(target)) {
      throw problem(target + " is a folder: give the name of a file in it");
    }
    if (!replace && Files.exists(target)) {
      throw problem(target + " exists: choose another name, or pass REPLACE_EXISTING");
    }
  }

  Path save(Response response) throws IOException {
    int status = response.code();
    if (status != 200) {
      boolean expired = Set.of(403, 404, 410).contains(status);
      throw problem(
          "the server of the file answers HTTP "
              + status
              + (expired ? ": the address may have expired; look the task up for a new one" : ""),
          null,
          status >= 500 || status == 408 || status == 429);
    }
    ResponseBody body = response.body();
    MediaType type = body.contentType();
    if (type != null && (type.type().equals("text") || type.subtype().equals("json"))) {
      throw problem(
          "the server of the file sends "
              + type.type()
              + "/"
              + type.subtype()
              + ", which is no video");
    }
    Path part = target.resolveSibling("." + target.getFileName() + "." + UUID.randomUUID());
    try {
      write(body, part);
      move(part);
    } finally {
      Files.deleteIfExists(part);
    }
    return target;
  }

  private void write(ResponseBody body, Path part) throws IOException {
    try (FileChannel channel =
        FileChannel.open(part, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
      ByteBuffer chunk = ByteBuffer.allocate(CHUNK_BYTES);
      BufferedSource source = body.source();
      while (source.read(chunk) != -1) {
        chunk.flip();
        put(chunk, channel, part);
        chunk.clear();
      }
      if (channel.size() == 0) {
        throw problem("the server of the file sends an empty one");
      }
      channel.force(true);
    }
  }

  /** A disk that is full tells it in a plain exception. */
  private static void put(ByteBuffer chunk, FileChannel channel, Path part) throws IOException {
    try {
      while (chunk.hasRemaining()) {
        channel.write(chunk);
      }
    } catch (IOException e) {
      throw (IOException)
          new FileSystemException(part.toString(), null, e.getMessage()).initCause(e);
    }
  }

  private void move(Path part) throws IOException {
    if (!replace && Files.exists(target)) {
      throw problem(target + " has come into being during the download");
    }
    try {
      Files.move(part, target, StandardCopyOption.ATOMIC_MOVE);
    } catch (AtomicMoveNotSupportedException e) {
      Files.move(part, target, StandardCopyOption.REPLACE_EXISTING);
    }
  }

  DownloadException failure(IOException e) {
    // A file system does not mend itself within seconds.
    IOException shown = clean.apply(e);
    return problem(
        shown.getMessage() == null ? shown.toString() : shown.getMessage(),
        shown,
        !(e instanceof FileSystemException));
  }

  private DownloadException problem(String what) {
    return problem(what, null, false);
  }

  private DownloadException problem(String what, @Nullable IOException cause, boolean mayPass) {
    return new DownloadException(
        "The video of task %s was not downloaded from %s: %s".formatted(taskId, from, what),
        cause,
        taskId,
        mayPass);
  }
}
