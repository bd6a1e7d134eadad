package io.github.kling4j.media;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import okio.ByteString;
import org.jspecify.annotations.Nullable;

/**
 * The file beside the target that takes the bytes until all are there, with a note of which version
 * of the file they are. It belongs to one download of all processes at a time.
 */
final class PartialFile implements Closeable {
  /** Names with a longer stem are replaced by a digest, so that none is too long. */
  private static final int LONGEST_STEM = 100;

  /** Behind all bytes, since on Windows nobody else can read what is locked. */
  private static final long LOCKED_BYTE = Long.MAX_VALUE - 1;

  private static final int TRIES = 100;

  /** A lock of a file is the process's: another use within it is found out here. */
  private static final Set<Path> IN_USE = ConcurrentHashMap.newKeySet();

  private final Path part;
  private final Path note;
  private final boolean lasting;
  private final FileChannel channel;
  private @Nullable FileVersion version;
  private boolean closed;

  private PartialFile(Path part, boolean lasting, FileChannel channel) throws IOException {
    this.part = part;
    this.note = noteOf(part);
    this.lasting = lasting;
    this.channel = channel;
    this.version = lasting && channel.size() > 0 ? FileVersion.read(note) : null;
  }

  /**
   * Opens the file for a target.
   *
   * @param lasting whether it is to be found again later
   * @return the file, or null while another download has it
   */
  static @Nullable PartialFile open(Path target, boolean lasting) throws IOException {
    Path folder = Objects.requireNonNull(target.getParent()).toRealPath();
    String stem = stem(Objects.requireNonNull(target.getFileName()).toString());
    if (!lasting) {
      return temporary(folder, stem);
    }
    Path part = folder.resolve("." + stem + ".part");
    if (!IN_USE.add(part)) {
      return null;
    }
    PartialFile file = null;
    try {
      FileChannel channel = lock(part);
      file = channel == null ? null : new PartialFile(part, true, channel);
      return file;
    } catch (LocksUnsupportedException e) {
      Files.deleteIfExists(part);
      return temporary(folder, stem);
    } finally {
      if (file == null) {
        IN_USE.remove(part);
      }
    }
  }

  private static PartialFile temporary(Path folder, String stem) throws IOException {
    String random = UUID.randomUUID().toString().substring(0, 8);
    Path part = folder.resolve("." + stem + "." + random + ".part");
    return new PartialFile(
        part,
        false,
        FileChannel.open(part, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE));
  }

  private static String stem(String name) {
    return name.getBytes(StandardCharsets.UTF_8).length <= LONGEST_STEM
        ? name
        : ByteString.encodeUtf8(name).sha256().hex().substring(0, 32);
  }

  private static Path noteOf(Path part) {
    return part.resolveSibling(part.getFileName() + ".info");
  }

  /** Opens and locks the file, or returns null where another process has locked it. */
  private static @Nullable FileChannel lock(Path part) throws IOException {
    for (int i = 0; i < TRIES; i++) {
      Object before = key(part);
      FileChannel channel = FileChannel.open(part, options());
      boolean taken = false;
      try {
        if (!tryLock(channel)) {
          return null;
        }
        // Whoever had it may have given it its name, or deleted it, before it was locked here.
        taken = before != null && before.equals(key(part));
      } finally {
        if (!taken) {
          channel.close();
        }
      }
      if (taken) {
        return channel;
      }
    }
    throw new FileSystemException(part.toString(), null, "it keeps changing");
  }

  private static Set<OpenOption> options() {
    return Set.of(StandardOpenOption.CREATE, StandardOpenOption.WRITE, LinkOption.NOFOLLOW_LINKS);
  }

  private static boolean tryLock(FileChannel channel) throws IOException {
    try {
      return channel.tryLock(LOCKED_BYTE, 1, false) != null;
    } catch (OverlappingFileLockException e) {
      return false;
    } catch (ClosedChannelException e) {
      throw e;
    } catch (IOException e) {
      throw new LocksUnsupportedException(e);
    }
  }

  /** Returns what tells the file from any other, or null while there is none. */
  private static @Nullable Object key(Path part) throws IOException {
    try {
      Object key =
          Files.readAttributes(part, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS)
              .fileKey();
      // Windows has no keys, and moves no file that is locked.
      return key == null ? part : key;
    } catch (NoSuchFileException e) {
      return null;
    }
  }

  /** Returns where a video can be gone on with; 0 where it has to be begun. */
  synchronized long resumableBytes(String subject) throws IOException {
    FileVersion known = version;
    if (known == null || !known.subject().equals(subject)) {
      return 0;
    }
    long size = channel.size();
    // The last byte is asked for even if it is there: the answer tells whether all is still valid.
    return known.total() == -1 || size < known.total()
        ? size
        : size == known.total() ? size - 1 : 0;
  }

  /** Returns the version of the bytes, or null where none is known. */
  synchronized @Nullable FileVersion version() {
    return version;
  }

  synchronized long size() throws IOException {
    return channel.size();
  }

  /** Forgets all bytes, and takes those of a version from now on. */
  synchronized void begin(@Nullable FileVersion next) throws IOException {
    boolean used = channel.size() > 0;
    channel.truncate(0);
    version = null;
    if (used) {
      // Or a power failure could leave old bytes with a new note.
      channel.force(true);
    }
    if (lasting && next != null) {
      next.write(note);
      version = next;
    }
  }

  /** Goes on at a place that is not behind the bytes that are there. */
  synchronized void seek(long position) throws IOException {
    channel.truncate(position).position(position);
  }

  /** A disk that is full tells it in a plain exception. */
  void write(ByteBuffer bytes) throws IOException {
    try {
      while (bytes.hasRemaining()) {
        channel.write(bytes);
      }
    } catch (ClosedChannelException e) {
      throw e;
    } catch (IOException e) {
      throw (IOException)
          new FileSystemException(part.toString(), null, e.getMessage()).initCause(e);
    }
  }

  /** Gives the file its name. */
  synchronized void become(Path target) throws IOException {
    channel.force(true);
    try {
      Files.move(part, target, StandardCopyOption.ATOMIC_MOVE);
    } catch (AtomicMoveNotSupportedException e) {
      Files.move(part, target, StandardCopyOption.REPLACE_EXISTING);
    }
    closed = true;
    try {
      Files.deleteIfExists(note);
    } finally {
      release();
    }
    syncFolder(part);
  }

  /** Windows does not open folders, and some file systems do not sync them. */
  private static void syncFolder(Path part) {
    try (FileChannel folder =
        FileChannel.open(Objects.requireNonNull(part.getParent()), StandardOpenOption.READ)) {
      folder.force(true);
    } catch (IOException e) {
      // The file is whole; only its name could be lost with the power.
    }
  }

  /** Returns how many bytes there are for a later download. */
  synchronized long kept() {
    try {
      return version == null ? 0 : Files.size(part);
    } catch (IOException e) {
      return 0;
    }
  }

  /** Lets go of the file, and deletes it where nobody could go on with it. */
  @Override
  public synchronized void close() throws IOException {
    if (closed) {
      return;
    }
    closed = true;
    try {
      // A thread that was interrupted has closed the channel.
      if (kept() == 0) {
        Files.deleteIfExists(part);
        Files.deleteIfExists(note);
      }
    } finally {
      release();
    }
  }

  private void release() throws IOException {
    try {
      channel.close();
    } finally {
      if (lasting) {
        IN_USE.remove(part);
      }
    }
  }

  @Override
  public String toString() {
    return part.toString();
  }

  /** The file system knows no locks. */
  private static final class LocksUnsupportedException extends IOException {
    private static final long serialVersionUID = 1L;

    LocksUnsupportedException(IOException cause) {
      super(cause);
    }
  }
}
