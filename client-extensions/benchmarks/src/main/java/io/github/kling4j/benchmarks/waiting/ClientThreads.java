package io.github.kling4j.benchmarks.waiting;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;

/**
 * The threads that have come since this was made, by the names of their kinds. Those that come and
 * go between two looks are not seen. For use by one thread, which must not begin threads itself.
 */
final class ClientThreads {
  static final String OURS = "kling4j";

  /** How the names begin that OkHttp gives to threads. */
  private static final String OKHTTP = "OkHttp ";

  private static final String CALLING = OKHTTP + "call";
  private static final String TASK_RUNNER = OKHTTP + "TaskRunner";

  private final ThreadMXBean beans = ManagementFactory.getThreadMXBean();
  private final Set<Long> before = Set.copyOf(live().keySet());
  private final Map<Long, String> kinds = new HashMap<>();
  private final Map<Long, Long> cpu = new HashMap<>();
  private final List<Set<Long>> looks = new ArrayList<>();

  /** Looks at the threads there are. */
  void look() {
    Map<Long, String> now = live();
    now.keySet().removeAll(before);
    now.forEach((id, name) -> kinds.merge(id, kind(name), ClientThreads::better));
    Set<Long> ids = Set.copyOf(now.keySet());
    ids.forEach(id -> cpu.merge(id, beans.getThreadCpuTime(id), Math::max));
    if (looks.isEmpty() || !looks.get(looks.size() - 1).equals(ids)) {
      looks.add(ids);
    }
  }

  /** Returns the most threads of each kind that were there at one time. */
  Map<String, Integer> peaks() {
    Map<String, Integer> peaks = new TreeMap<>();
    for (String kind : Set.copyOf(kinds.values())) {
      peaks.put(kind, peak(kind::equals));
    }
    return peaks;
  }

  /** Returns the most threads at one time. */
  int peak() {
    return peak(kind -> true);
  }

  /** Returns the CPU time, in nanoseconds, of those that were ever seen. */
  long cpuNanos() {
    look();
    return cpu.values().stream().mapToLong(nanos -> Math.max(0, nanos)).sum();
  }

  private int peak(Predicate<String> counted) {
    return looks.stream()
        .mapToInt(ids -> (int) ids.stream().map(kinds::get).filter(counted).count())
        .max()
        .orElse(0);
  }

  /** While a thread carries out a call, OkHttp gives it the name of the call, whoever began it. */
  private static String better(String one, String other) {
    return one.equals(CALLING) ? other : one;
  }

  private static String kind(String name) {
    if (name.startsWith(OKHTTP + "http")) {
      return CALLING;
    }
    // The threads of the task runner have the names of its tasks, such as "OkHttp connect".
    return name.startsWith(OKHTTP) ? TASK_RUNNER : name.replaceFirst("[-# ]*\\d+$", "");
  }

  /** Unlike the management beans, this stops no thread to see its stack. */
  private static Map<Long, String> live() {
    ThreadGroup root = Thread.currentThread().getThreadGroup();
    for (ThreadGroup up = root.getParent(); up != null; up = up.getParent()) {
      root = up;
    }
    Thread[] threads = new Thread[root.activeCount() + 100];
    int count = root.enumerate(threads);
    Map<Long, String> names = new HashMap<>();
    for (int i = 0; i < count; i++) {
      names.put(threads[i].getId(), threads[i].getName());
    }
    return names;
  }
}
