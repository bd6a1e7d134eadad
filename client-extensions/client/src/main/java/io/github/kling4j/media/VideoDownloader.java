package io.github.kling4j.media;

import java.io.IOException;
import java.nio.file.CopyOption;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import okhttp3.Call;
import okhttp3.Callback;
import okhttp3.Response;

/** Brings a video's file from its address to a path. Safe for use by several threads. */
public final class VideoDownloader {
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
}
