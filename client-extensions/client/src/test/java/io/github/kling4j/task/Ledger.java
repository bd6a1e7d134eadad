package io.github.kling4j.task;

import io.github.kling4j.testing.Fixtures;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicReference;
import mockwebserver3.Dispatcher;
import mockwebserver3.MockResponse;
import mockwebserver3.RecordedRequest;
import org.jspecify.annotations.Nullable;

/**
 * A server that keeps account of the tasks that it made and spoils what it is told to. For what
 * happens below HTTP; the testkit's gateway does the rest.
 */
final class Ledger extends Dispatcher {
  private final List<String> methods = Collections.synchronizedList(new ArrayList<>());
  private final Map<String, String> tasks = new ConcurrentHashMap<>();
  private final ConcurrentLinkedQueue<MockResponse> next = new ConcurrentLinkedQueue<>();
  private final AtomicReference<@Nullable MockResponse> peeked = new AtomicReference<>();
  private final AtomicReference<@Nullable MockResponse> spoilt = new AtomicReference<>();
  private volatile boolean paid;

  static MockResponse created(String id) {
    return Fixtures.json(
        200,
        "{\"code\":0,\"data\":{\"task_id\":\"%s\",\"task_status\":\"submitted\"}}".formatted(id));
  }

  /** Answers the next request so, whatever it is. */
  void next(MockResponse answer) {
    next.add(answer);
  }

  /** Answers the first POST so, and makes its task, or not. */
  void spoilFirstPost(MockResponse answer, boolean paid) {
    this.paid = paid;
    spoilt.set(answer);
  }

  /** Does so to the first request before it is read. */
  void spoilFirstConnection(MockResponse effect) {
    peeked.set(effect);
  }

  int posts() {
    return Collections.frequency(methods(), "POST");
  }

  List<String> methods() {
    synchronized (methods) {
      return List.copyOf(methods);
    }
  }

  /** Returns the ids of the tasks that were made. */
  List<String> tasks() {
    return List.copyOf(tasks.values());
  }

  @Override
  public MockResponse peek() {
    MockResponse effect = peeked.getAndSet(null);
    return effect == null ? super.peek() : effect;
  }

  @Override
  public MockResponse dispatch(RecordedRequest request) {
    methods.add(request.getMethod());
    MockResponse ready = next.poll();
    if (ready != null) {
      return ready;
    }
    return request.getMethod().equals("POST") ? create(request) : query(request);
  }

  private MockResponse create(RecordedRequest request) {
    MockResponse spoiling = spoilt.getAndSet(null);
    String body = request.getBody() == null ? "" : request.getBody().utf8();
    Object externalId = Fixtures.members(body).get("external_task_id");
    if (spoiling != null && !paid) {
      return spoiling;
    }
    String id = Integer.toString(1_000 + tasks.size());
    if (tasks.putIfAbsent(String.valueOf(externalId), id) != null) {
      return Fixtures.json(400, "{\"code\":1201,\"message\":\"external_task_id already exists\"}");
    }
    return spoiling == null ? created(id) : spoiling;
  }

  private MockResponse query(RecordedRequest request) {
    List<String> path = request.getUrl().pathSegments();
    String id = tasks.get(path.get(path.size() - 1));
    return id == null
        ? Fixtures.json(400, "{\"code\":1201,\"message\":\"Task not found by id/external id\"}")
        : created(id);
  }
}
