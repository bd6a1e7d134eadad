package io.github.kling4j.media;

import io.github.kling4j.error.DownloadException;
import io.github.kling4j.error.KlingException;
import io.github.kling4j.media.DownloadPolicy.IfExists;
import java.io.Closeable;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.ProtocolException;
import java.nio.ByteBuffer;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.time.Duration;
import java.util.OptionalLong;
import java.util.function.LongSupplier;
import java.util.function.UnaryOperator;
import okhttp3.HttpUrl;
import okhttp3.Request;
import okhttp3.Response;
import okio.BufferedSource;
import org.jspecify.annotations.Nullable;

/** One file on its way: checked before it is asked for, and whole before it has its name. */
final class Transfer implements Closeable {
  private static final int CHUNK_BYTES = 64 * 1_024;

  final Path target;
  private final VideoFile file;
  private final DownloadPolicy policy;
  private final Problems problems;
  private final LongSupplier nanoTime;
  private final long begun;
  private final PartialFile partial;
  private String url;
  private HttpUrl address;
  private long asked;
  private long furthest;
  private int refusal;
  private boolean renewed;
  private volatile @Nullable String ended;

  Transfer(
      VideoFile file,
      Path target,
      DownloadPolicy policy,
      UnaryOperator<IOException> clean,
      LongSupplier nanoTime) {
    this.file = file;
    this.url = file.url();
    this.target = target.toAbsolutePath();
    this.policy = policy;
    this.problems = new Problems(file.taskId(), clean);
    problems.from(url);
    this.nanoTime = nanoTime;
    this.begun = nanoTime.getAsLong();
    this.address = parsed(url);
    if (Thread.currentThread().isInterrupted()) {
      // Whoever is so can write to no file.
      throw failure(new InterruptedIOException("interrupted"));
    }
    checkTarget();
    this.partial = open();
    this.furthest = partial.kept();
  }

  private HttpUrl parsed(String url) {
    HttpUrl parsed = HttpUrl.parse(url);
    if (parsed == null) {
      throw problems.lasting("the address is neither http nor https");
    }
    return parsed;
  }

  private void checkTarget() {
    try {
      String complaint = Targets.complaint(target, policy.ifExists);
      if (complaint != null) {
        throw problems.lasting(complaint);
      }
    } catch (IOException e) {
      throw failure(e);
    }
  }

  private PartialFile open() {
    PartialFile opened;
    try {
      opened = PartialFile.open(target, policy.resume);
    } catch (AccessDeniedException e) {
      throw problems.of(
          "the folder " + target.getParent() + " cannot be written to: choose another", e, false);
    } catch (IOException e) {
      throw failure(e);
    }
    if (opened == null) {
      throw problems.lasting("another download is writing to " + target + ": wait for its end");
    }
    return opened;
  }

  /** Returns the next request: for what is missing, as far as that can be said. */
  Request request() throws IOException {
    FileVersion version = partial.version();
    asked = partial.resumableBytes(file.subject());
    Request.Builder request =
        new Request.Builder()
            .url(address)
            .tag(HttpUrl.class, address)
            // Or OkHttp would ask for gzip, of which neither length nor ranges are the file's.
            .header("Accept-Encoding", "identity");
    if (asked > 0 && version != null) {
      request.header("Range", "bytes=" + asked + "-").header("If-Range", version.validator());
    }
    return request.build();
  }

  /** Goes on with another address, for the same file. */
  void renew(String fresh) {
    if (fresh.equals(url)) {
      throw problems.lasting(refusal() + ", and the task still names the same address");
    }
    address = parsed(fresh);
    url = fresh;
    problems.from(fresh);
    refusal = 0;
    renewed = true;
  }

  /** Tells whether the server says no to the address, as it does to one that has expired. */
  boolean isRefused() {
    return refusal != 0;
  }

  /** Returns the failure to find another address. */
  DownloadException notRenewed(Throwable cause) {
    boolean told = cause instanceof KlingException;
    return problems.of(
        refusal()
            + ", and asking the task for a new address failed: "
            + (told ? cause.getMessage() : cause),
        cause,
        cause instanceof KlingException e && e.isTransient());
  }

  private String refusal() {
    return "the server of the file answers HTTP " + refusal + ": the address may have expired";
  }

  /**
   * Takes an answer.
   *
   * @return false where it does not fit what is there, so that the file has to be begun anew
   */
  boolean save(Response response) throws IOException {
    FileAnswer answer = new FileAnswer(response);
    FileVersion version = partial.version();
    boolean ofRange = answer.status == 206 || answer.status == 416;
    if (version == null || asked == 0 || !ofRange) {
      saveWhole(response, answer);
      return true;
    }
    if (answer.status == 206 && answer.continues(version, asked)) {
      checkType(response);
      checkLength(answer.total);
      partial.seek(asked);
      take(response.body().source(), answer.end, Math.max(answer.total, version.total()));
      return true;
    }
    if (answer.status == 416 && answer.endsAt(version, partial.size())) {
      finish(partial.size(), partial.size());
      return true;
    }
    partial.begin(null);
    return false;
  }

  private void saveWhole(Response response, FileAnswer answer) throws IOException {
    if (answer.isExpired()) {
      refusal = answer.status;
      throw problems.lasting(
          refusal() + (renewed ? ", though it is fresh" : "; look the task up for a new one"));
    }
    if (answer.status != 200) {
      throw problems.of(
          "the server of the file answers HTTP " + answer.status, null, answer.mayPass());
    }
    checkType(response);
    checkLength(answer.total);
    BufferedSource source = answer.decoded(response.body().source());
    if (source == null) {
      throw problems.lasting(
          "the server of the file sends it as "
              + Problems.withoutSecrets(answer.encoding())
              + ", which was not asked for");
    }
    if (!source.request(1)) {
      throw problems.lasting("the server of the file sends an empty one");
    }
    if (Beginning.isText(source.getBuffer())) {
      throw problems.lasting("the server of the file sends a text, which is no video");
    }
    String validator = answer.validator();
    partial.begin(
        validator == null ? null : new FileVersion(file.subject(), validator, answer.total));
    take(source, answer.end, answer.total);
  }

  private void checkType(Response response) {
    String type = FileAnswer.otherType(response.body().contentType());
    if (type != null) {
      throw problems.lasting("the server of the file sends " + type + ", which is no video");
    }
  }

  private void checkLength(long length) throws IOException {
    if (length > policy.maxBytes) {
      partial.begin(null);
      throw problems.lasting(
          "it has %,d bytes, and the limit is %,d".formatted(length, policy.maxBytes));
    }
  }

  private void take(BufferedSource source, long end, long total) throws IOException {
    long size = partial.size();
    long told = size;
    tell(size, total);
    ByteBuffer chunk = ByteBuffer.allocate(CHUNK_BYTES);
    while (source.read(chunk) != -1) {
      chunk.flip();
      size += chunk.remaining();
      checkLength(size);
      if (end != -1 && size > end) {
        partial.begin(null);
        throw new ProtocolException("more bytes came than were announced");
      }
      partial.write(chunk);
      chunk.clear();
      if (size - told >= CHUNK_BYTES) {
        tell(size, total);
        told = size;
      }
    }
    long expected = Math.max(end, total);
    if (expected != -1 && size != expected) {
      throw new ProtocolException("%,d of %,d bytes came".formatted(size, expected));
    }
    finish(size, told);
  }

  private void finish(long size, long told) throws IOException {
    if (size != told) {
      tell(size, size);
    }
    if (policy.ifExists != IfExists.REPLACE && Files.exists(target, LinkOption.NOFOLLOW_LINKS)) {
      partial.begin(null);
      throw problems.lasting(target + " has come into being during the download");
    }
    partial.become(target);
  }

  private void tell(long bytes, long total) {
    if (policy.listener != null) {
      policy.listener.accept(
          new DownloadProgress(
              file.taskId(),
              target,
              bytes,
              total == -1 ? OptionalLong.empty() : OptionalLong.of(total),
              Duration.ofNanos(nanoTime.getAsLong() - begun)));
    }
  }

  /** Tells whether more is kept than after any attempt before. */
  boolean gotFurther() {
    long kept = partial.kept();
    boolean further = kept - furthest >= CHUNK_BYTES;
    furthest = Math.max(furthest, kept);
    return further;
  }

  /** Ends it from this side, whatever is under way. */
  void end(String why) {
    ended = why;
    close();
  }

  @Override
  public void close() {
    try {
      partial.close();
    } catch (IOException e) {
      // What could not be deleted stays, and the next download takes it.
    }
  }

  DownloadException failure(IOException e) {
    return problems.failure(e, ended, partial == null ? 0 : partial.kept());
  }
}
