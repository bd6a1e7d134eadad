package io.github.kling4j.benchmarks.waiting;

import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.lang.management.MemoryUsage;

/** What is reachable on the heap. */
final class Heap {
  /** What a first collection lets go, such as cleared references, a later one takes away. */
  private static final int COLLECTIONS = 3;

  private Heap() {}

  /** Collects garbage and returns how many bytes were left right after that. */
  static long live() {
    for (int i = 1; i < COLLECTIONS; i++) {
      System.gc();
    }
    return liveAfterOne();
  }

  /** Does the same with a single collection. */
  static long liveAfterOne() {
    System.gc();
    long bytes = 0;
    for (MemoryPoolMXBean pool : ManagementFactory.getMemoryPoolMXBeans()) {
      MemoryUsage usage = pool.getType() == MemoryType.HEAP ? pool.getCollectionUsage() : null;
      bytes += usage == null ? 0 : usage.getUsed();
    }
    return bytes;
  }
}
