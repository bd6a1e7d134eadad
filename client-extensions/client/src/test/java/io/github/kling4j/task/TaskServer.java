package io.github.kling4j.task;

import io.github.kling4j.testing.Fixtures;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import mockwebserver3.Dispatcher;
import mockwebserver3.MockResponse;
import mockwebserver3.RecordedRequest;
import okhttp3.HttpUrl;

/**
 * A server that has many tasks, {@code t1} and so on, the newest last. It notes each request in
 * short: {@code list 1} for the first page, else the id of the task.
 */
final class TaskServer extends Dispatcher {
  final Set<String> ended = ConcurrentHashMap.newKeySet();
  final Set<String> unlisted = ConcurrentHashMap.newKeySet();
  volatile Function<Integer, MockResponse> list = this::page;
  volatile Function<String, MockResponse> single = id -> Fixtures.json(200, answer(task(id)));
  private final int count;
  private final List<String> requests = Collections.synchronizedList(new ArrayList<>());
  private final ConcurrentLinkedQueue<String> sizes = new ConcurrentLinkedQueue<>();

  TaskServer(int count) {
    this.count = count;
  }

  /** Answers as many relays do that have no list. */
  TaskServer withoutList() {
    list = page -> Fixtures.html(200);
    return this;
  }

  static String id(int number) {
    return "t" + number;
  }

  @Override
  public MockResponse dispatch(RecordedRequest request) {
    HttpUrl url = Objects.requireNonNull(request.getUrl());
    String pageNum = url.queryParameter("pageNum");
    if (pageNum == null) {
      String id = url.pathSegments().get(url.pathSize() - 1);
      requests.add(id);
      return single.apply(id);
    }
    sizes.add(String.valueOf(url.queryParameter("pageSize")));
    requests.add("list " + pageNum);
    return list.apply(Integer.parseInt(pageNum));
  }

  MockResponse page(int number) {
    int newest = count - (number - 1) * 500;
    return Fixtures.json(
        200,
        IntStream.range(0, Math.max(0, Math.min(500, newest)))
            .mapToObj(i -> id(newest - i))
            .filter(id -> !unlisted.contains(id))
            .map(this::task)
            .collect(Collectors.joining(",", "{\"code\":0,\"data\":[", "]}")));
  }

  String task(String id) {
    return task(id, ended.contains(id) ? "succeed" : "processing");
  }

  static String task(String id, String status) {
    String result =
        status.equals("succeed")
            ? ",\"task_result\":{\"videos\":[{\"url\":\"https://files.example.com/%s.mp4\"}]}"
                .formatted(id)
            : "";
    return "{\"task_id\":\"%s\",\"task_status\":\"%s\"%s}".formatted(id, status, result);
  }

  static String answer(String task) {
    return "{\"code\":0,\"data\":" + task + "}";
  }

  /** Returns what was asked for since this was called last. */
  List<String> takeRequests() {
    synchronized (requests) {
      List<String> taken = List.copyOf(requests);
      requests.clear();
      return taken;
    }
  }

  Set<String> pageSizes() {
    return Set.copyOf(sizes);
  }
}
