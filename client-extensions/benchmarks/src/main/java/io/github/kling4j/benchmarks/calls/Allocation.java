package io.github.kling4j.benchmarks.calls;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.lang.reflect.Method;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Bytes that this process has allocated. From JDK 21 on the JVM tells of all threads that ever
 * were; before it, of those that are, so of one that has ended only what it had allocated when it
 * was last looked at counts.
 */
final class Allocation {
  private static final @Nullable Method ALL_THREADS = allThreads();

  private final ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
  private final Map<Long, Long> bytesByThread = new HashMap<>();

  /** Returns the bytes allocated until now. */
  long bytes() {
    if (ALL_THREADS != null) {
      try {
        return (Long) ALL_THREADS.invoke(threads);
      } catch (ReflectiveOperationException e) {
        throw new IllegalStateException(e);
      }
    }
    long[] ids = threads.getAllThreadIds();
    long[] bytes = threads.getThreadAllocatedBytes(ids);
    for (int i = 0; i < ids.length; i++) {
      if (bytes[i] >= 0) {
        bytesByThread.put(ids[i], bytes[i]);
      }
    }
    return bytesByThread.values().stream().mapToLong(Long::longValue).sum();
  }

  private static @Nullable Method allThreads() {
    try {
      return ThreadMXBean.class.getMethod("getTotalThreadAllocatedBytes");
    } catch (NoSuchMethodException e) {
      return null;
    }
  }
}
