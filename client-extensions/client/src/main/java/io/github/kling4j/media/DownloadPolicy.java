package io.github.kling4j.media;

import java.util.Objects;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * How files are downloaded: a file that exists is kept, nothing larger than 2 GiB is fetched, and a
 * download that broke off goes on from where it was. Immutable, and safe for use by several
 * threads.
 */
public final class DownloadPolicy {
  private static final DownloadPolicy DEFAULT = builder().build();

  final IfExists ifExists;
  final long maxBytes;
  final boolean resume;
  final @Nullable Consumer<DownloadProgress> listener;

  private DownloadPolicy(Builder builder) {
    this.ifExists = builder.ifExists;
    this.maxBytes = builder.maxBytes;
    this.resume = builder.resume;
    this.listener = builder.listener;
  }

  /**
   * Returns the policy described above.
   *
   * @return the default policy
   */
  public static DownloadPolicy defaults() {
    return DEFAULT;
  }

  /**
   * Returns a builder with the defaults.
   *
   * @return a new builder
   */
  public static Builder builder() {
    return new Builder();
  }

  /**
   * Returns a builder with the values of this policy.
   *
   * @return a new builder
   */
  public Builder toBuilder() {
    Builder builder = new Builder().ifExists(ifExists).maxBytes(maxBytes).resume(resume);
    builder.listener = listener;
    return builder;
  }

  /** What happens where the file is there already. */
  public enum IfExists {
    /** The download fails, and nothing is asked for. */
    FAIL,
    /** The file is replaced once the new one is whole. */
    REPLACE,
    /**
     * The file counts as downloaded, and nothing is asked for: it got its name when it was whole.
     */
    SKIP
  }

  /** Builds policies. */
  public static final class Builder {
    private IfExists ifExists = IfExists.FAIL;
    private long maxBytes = 2L << 30;
    private boolean resume = true;
    private @Nullable Consumer<DownloadProgress> listener;

    private Builder() {}

    /**
     * Sets what happens where the file is there already; {@link IfExists#FAIL} by default.
     *
     * @param ifExists what happens
     * @return this builder
     */
    public Builder ifExists(IfExists ifExists) {
      this.ifExists = Objects.requireNonNull(ifExists, "ifExists");
      return this;
    }

    /**
     * Sets how large a file may be; 2 GiB by default, ten times what the longest clip takes, 15
     * seconds in 4k at 100 Mbit/s. A larger one is refused when its length is known, or else when
     * so much has come.
     *
     * @param maxBytes a number of bytes, more than zero
     * @return this builder
     * @throws IllegalArgumentException when it is not so
     */
    public Builder maxBytes(long maxBytes) {
      if (maxBytes < 1) {
        throw new IllegalArgumentException("maxBytes is " + maxBytes + "; more than 0 is needed");
      }
      this.maxBytes = maxBytes;
      return this;
    }

    /**
     * Sets whether a download that broke off is gone on with, after a failure that may pass and
     * also in a later process; true by default. What there is of the file is kept beside the
     * target, in a file whose name begins with a dot, and only where the server tells one version
     * of the file from another. If false, nothing is kept, and each attempt is from the beginning.
     *
     * @param resume whether to go on
     * @return this builder
     */
    public Builder resume(boolean resume) {
      this.resume = resume;
      return this;
    }

    /**
     * Sets who is told how far a download is: when it begins or goes on, after every further 64
     * KiB, and when all is there. It is called on the thread of the download and should be quick;
     * an exception from it ends the download.
     *
     * @param listener takes the progress
     * @return this builder
     */
    public Builder listener(Consumer<DownloadProgress> listener) {
      this.listener = Objects.requireNonNull(listener, "listener");
      return this;
    }

    /**
     * Builds the policy.
     *
     * @return an immutable policy
     */
    public DownloadPolicy build() {
      return new DownloadPolicy(this);
    }
  }
}
