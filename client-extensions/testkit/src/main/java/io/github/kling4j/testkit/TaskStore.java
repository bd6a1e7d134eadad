package io.github.kling4j.testkit;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** All tasks of a gateway. Thread-safe. */
final class TaskStore {
  /** Like the vendor's: too long for a JavaScript number, and never the same in two gateways. */
  private static final long LOWEST_ID = 800_000_000_000_000_000L;

  private final Map<String, SimulatedTask> byId = new LinkedHashMap<>();
  private final Map<String, SimulatedTask> byExternalId = new HashMap<>();
  private long lastId = LOWEST_ID + ThreadLocalRandom.current().nextLong(LOWEST_ID / 10);

  /** Makes a task from a new number, unless its external id is taken. */
  synchronized SimulatedTask add(Function<String, SimulatedTask> newTask) {
    SimulatedTask task = newTask.apply(Long.toString(lastId + 1));
    String externalId = task.externalId();
    if (externalId != null && byExternalId.putIfAbsent(externalId, task) != null) {
      throw Refusal.ofVendor(
          VendorError.INVALID_PARAMETER, "external_task_id " + externalId + " already exists");
    }
    lastId++;
    byId.put(task.id(), task);
    return task;
  }

  synchronized @Nullable SimulatedTask find(String id) {
    return byId.get(id);
  }

  synchronized @Nullable SimulatedTask findByExternalId(String externalId) {
    return byExternalId.get(externalId);
  }

  synchronized List<SimulatedTask> page(int number, int size) {
    List<SimulatedTask> newestFirst = all();
    Collections.reverse(newestFirst);
    int from = Math.min((number - 1) * size, newestFirst.size());
    int to = Math.min(from + size, newestFirst.size());
    return newestFirst.subList(from, to);
  }

  /** Returns all tasks, the oldest first. */
  synchronized List<SimulatedTask> all() {
    return new ArrayList<>(byId.values());
  }

  synchronized void clear() {
    byId.clear();
    byExternalId.clear();
  }
}
