package io.github.kling4j.benchmarks.waiting;

import io.github.kling4j.testkit.KlingGateway;
import java.util.List;

/**
 * The requests that a gateway has received.
 *
 * @param lists how many asked for a page of tasks
 * @param singles how many asked for one task
 */
record RequestCounts(int lists, int singles) {
  static RequestCounts of(KlingGateway gateway) {
    return new RequestCounts(gateway.listRequests().size(), gateway.queryRequests().size());
  }

  static RequestCounts parse(String line) {
    List<String> words = List.of(line.split(" ", -1));
    return new RequestCounts(Integer.parseInt(words.get(0)), Integer.parseInt(words.get(1)));
  }

  RequestCounts since(RequestCounts earlier) {
    return new RequestCounts(lists - earlier.lists, singles - earlier.singles);
  }

  @Override
  public String toString() {
    return lists + " " + singles;
  }
}
