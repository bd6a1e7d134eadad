package io.github.kling4j.benchmarks.waiting;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What was measured of one client with some waits.
 *
 * @param waits how many there were
 * @param list whether the gateway had a list
 * @param round a round: one look at each of them
 * @param heap what they took of the heap
 * @param allThreads the most threads that the client caused, at one time
 * @param threads the same by kinds of threads
 */
record Figures(
    int waits,
    boolean list,
    Round round,
    HeapUse heap,
    int allThreads,
    Map<String, Integer> threads) {

  /** What one client passes to another process as one line is divided by this. */
  private static final String SEPARATOR = "\t";

  /**
   * An average round.
   *
   * @param measured how many there were
   * @param millis how long it took
   * @param lists requests for a page of tasks
   * @param singles requests for one task
   * @param processCpuMillis CPU time of the process
   * @param threadCpuMillis the part of it that the client's threads took
   */
  record Round(
      double measured,
      double millis,
      double lists,
      double singles,
      double processCpuMillis,
      double threadCpuMillis) {}

  /**
   * Live bytes.
   *
   * @param atRest what all waits took when the least was under way
   * @param inRound what they took at the fullest moment seen
   * @param ownData what as many tasks take that nobody waits for
   * @param left what stayed when all waits had been cancelled
   */
  record HeapUse(long atRest, long inRound, long ownData, long left) {}

  /** Returns how many threads the client itself begins. */
  int ourThreads() {
    return threads.entrySet().stream()
        .filter(kind -> kind.getKey().startsWith(ClientThreads.OURS))
        .mapToInt(Map.Entry::getValue)
        .sum();
  }

  /** Returns the bytes that a wait takes beyond what its task takes. */
  long heapPerWait() {
    return (heap.inRound() - heap.ownData()) / waits;
  }

  /** Returns all of it in one line. */
  String line() {
    List<Object> words =
        new ArrayList<>(
            List.of(
                waits,
                list,
                round.measured(),
                round.millis(),
                round.lists(),
                round.singles(),
                round.processCpuMillis(),
                round.threadCpuMillis(),
                heap.atRest(),
                heap.inRound(),
                heap.ownData(),
                heap.left(),
                allThreads));
    threads.forEach((kind, count) -> words.addAll(List.of(kind, count)));
    return String.join(SEPARATOR, words.stream().map(String::valueOf).toList());
  }

  static Figures parse(String line) {
    Iterator<String> words = Arrays.asList(line.split(SEPARATOR, -1)).iterator();
    int waits = Integer.parseInt(words.next());
    boolean list = Boolean.parseBoolean(words.next());
    Round round =
        new Round(
            Double.parseDouble(words.next()),
            Double.parseDouble(words.next()),
            Double.parseDouble(words.next()),
            Double.parseDouble(words.next()),
            Double.parseDouble(words.next()),
            Double.parseDouble(words.next()));
    HeapUse heap =
        new HeapUse(
            Long.parseLong(words.next()),
            Long.parseLong(words.next()),
            Long.parseLong(words.next()),
            Long.parseLong(words.next()));
    int allThreads = Integer.parseInt(words.next());
    Map<String, Integer> threads = new TreeMap<>();
    while (words.hasNext()) {
      threads.put(words.next(), Integer.valueOf(words.next()));
    }
    return new Figures(waits, list, round, heap, allThreads, threads);
  }
}
