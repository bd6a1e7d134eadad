package io.github.kling4j.media;

import io.github.kling4j.error.DownloadException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.CopyOption;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import okhttp3.Call;
import okhttp3.Callback;
import okhttp3.HttpUrl;
import okhttp3.MediaType;
import okhttp3.Request;
import okhttp3.Response;
import okhttp3.ResponseBody;
import okio.BufferedSource;
import org.jspecify.annotations.Nullable;

/** Brings a video's file from its address to a path. Safe for use by several threads. */
public final class VideoDownloader {
  private static final int CHUNK_BYTES = 64 * 1_024;

  private final Call.Factory files;

  /**
   * Creates a downloader.
   *
   * @param files makes the calls; it must not add the API key to them
   */
  public VideoDownloader(Call.Factory files) {
    this.files = files;
  }

  Path download(String url, Path target, String taskId, CopyOption... options) {
    Transfer transfer = new Transfer(url, target, taskId, options);
    try (Response response = files.newCall(transfer.request).execute()) {
      return transfer.save(response);
    } catch (IOException e) {
      throw transfer.failure(e);
    }
  }

  CompletableFuture<Path> downloadAsync(
      String url, Path target, String taskId, CopyOption... options) {
    CompletableFuture<Path> future = new CompletableFuture<>();
    Transfer transfer;
    try {
      transfer = new Transfer(url, target, taskId, options);
    } catch (RuntimeException e) {
      future.completeExceptionally(e);
      return future;
    }
    Call call = files.newCall(transfer.request);
    call.enqueue(
        new Callback() {
          @Override
          public void onResponse(Call call, Response response) {
            try (response) {
              future.complete(transfer.save(response));
            } catch (IOException e) {
              future.completeExceptionally(transfer.failure(e));
            } catch (RuntimeException e) {
              future.completeExceptionally(e);
            }
          }

          @Override
          public void onFailure(Call call, IOException e) {
            future.completeExceptionally(transfer.failure(e));
          }
        });
    CompletableFuture<Path> unused =
        future.whenComplete(
            (path, failure) -> {
              if (future.isCancelled()) {
                call.cancel();
              }
            });
    return future;
  }

  static String withoutQuery(String url) {
    int query = url.indexOf('?');
    return query < 0 ? url : url.substring(0, query) + "?…";
  }

  /** One file on its way. */
  private static final class Transfer {
    final Request request;
    private final Path target;
    private final String taskId;
    private final boolean replace;

    Transfer(String url, Path target, String taskId, CopyOption... options) {
      this.target = target.toAbsolutePath();
      this.taskId = taskId;
      boolean replaceExisting = false;
      for (CopyOption option : options) {
        if (option != StandardCopyOption.REPLACE_EXISTING) {
          throw new UnsupportedOperationException("A download knows no option " + option);
        }
        replaceExisting = true;
      }
      this.replace = replaceExisting;
      HttpUrl address = HttpUrl.parse(url);
      if (address == null) {
        throw new DownloadException(
            "The video of task "
                + taskId
                + " has an address that is not http or https: "
                + withoutQuery(url),
            null,
            taskId);
      }
      this.request = new Request.Builder().url(address).build();
      checkTarget();
    }

    private void checkTarget() {
      Path folder = target.getParent();
      if (folder == null || !Files.isDirectory(folder)) {
        throw problem("there is no folder " + folder + ": create it first", null);
      }
      if (Files.isDirectory(target)) {
        throw problem(target + " is a folder: give the name of a file in it", null);
      }
      if (!replace && Files.exists(target)) {
        throw problem(
            target + " exists: choose another name, or pass StandardCopyOption.REPLACE_EXISTING",
            null);
      }
    }

    Path save(Response response) throws IOException {
      int status = response.code();
      if (status == 403 || status == 404 || status == 410) {
        throw problem(
            "the server of the file answers HTTP "
                + status
                + ": the address may have expired; look"
                + " the task up again for a new one",
            null);
      }
      ResponseBody body = response.body();
      if (status != 200) {
        throw problem("the server of the file answers HTTP " + status, null);
      }
      MediaType type = body.contentType();
      if (type != null && (type.type().equals("text") || type.subtype().equals("json"))) {
        throw problem("the server of the file sends " + type + ", which is no video", null);
      }
      Path part =
          target.resolveSibling("." + target.getFileName() + "." + UUID.randomUUID() + ".part");
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
          while (chunk.hasRemaining()) {
            channel.write(chunk);
          }
          chunk.clear();
        }
        if (channel.size() == 0) {
          throw problem("the server of the file sends an empty one", null);
        }
        channel.force(true);
      }
    }

    private void move(Path part) throws IOException {
      if (!replace && Files.exists(target)) {
        throw problem(target + " has come into being during the download", null);
      }
      try {
        Files.move(part, target, StandardCopyOption.ATOMIC_MOVE);
      } catch (AtomicMoveNotSupportedException e) {
        Files.move(part, target, StandardCopyOption.REPLACE_EXISTING);
      }
    }

    DownloadException failure(IOException e) {
      return problem(e.getMessage() == null ? e.toString() : e.getMessage(), e);
    }

    private DownloadException problem(String what, @Nullable IOException cause) {
      return new DownloadException(
          "The video of task "
              + taskId
              + " was not downloaded from "
              + withoutQuery(request.url().toString())
              + ": "
              + what,
          cause,
          taskId);
    }
  }
}
