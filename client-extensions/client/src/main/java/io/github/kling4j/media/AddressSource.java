package io.github.kling4j.media;

import java.util.concurrent.CompletableFuture;

/** Where a video's address is asked for again once it has expired. */
@FunctionalInterface
public interface AddressSource {
  /**
   * Asks for the address.
   *
   * @param blocking whether to stand still for it, so that the future is complete when it is
   *     returned
   * @return a future that holds the address, or fails with a {@code KlingException}
   */
  CompletableFuture<String> fresh(boolean blocking);
}
