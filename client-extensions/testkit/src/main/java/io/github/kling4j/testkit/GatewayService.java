package io.github.kling4j.testkit;

import io.github.kling4j.testkit.Effect.BrokenLine;
import io.github.kling4j.testkit.Effect.Fault;
import io.github.kling4j.testkit.Effect.WrongAnswer;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import mockwebserver3.MockResponse;
import mockwebserver3.RecordedRequest;
import mockwebserver3.SocketEffect;
import okhttp3.HttpUrl;
import org.jspecify.annotations.Nullable;

/** What the gateway answers. Thread-safe. */
final class GatewayService {
  private static final int LAST_PAGE = 1000;
  private static final int LARGEST_PAGE = 500;
  private static final int USUAL_PAGE = 30;

  private final Keys keys;
  private final Duration taskDuration;
  private final InstantSource time;
  private final TaskStore tasks = new TaskStore();
  private final Attempts attempts = new Attempts();
  private final Callbacks callbacks;

  GatewayService(Keys keys, Duration taskDuration, InstantSource time, Callbacks callbacks) {
    this.keys = keys;
    this.taskDuration = taskDuration;
    this.time = time;
    this.callbacks = callbacks;
  }

  MockResponse answer(@Nullable Route route, RecordedRequest request) {
    try {
      if (route == null) {
        throw new Refusal(VendorError.NO_SUCH_METHOD);
      }
      return route.place() == Place.DOWNLOAD
          ? download(route.name(), request)
          : api(route, request);
    } catch (Refusal refusal) {
      return Answers.error(refusal.error(), refusal.wording());
    } finally {
      callbacks.postDue();
    }
  }

  List<SimulatedTask> tasks() {
    return tasks.all();
  }

  void clear() {
    tasks.clear();
    attempts.clear();
    callbacks.clear();
  }

  private MockResponse api(Route route, RecordedRequest request) {
    String key = keys.check(request.getHeaders());
    Script keyScript = Keys.script(key);
    Fault fault = keyScript.takeFault(route.place(), key, attempts);
    HttpUrl url = request.getUrl();
    return switch (route.place()) {
      case CREATE -> create(request, keyScript, fault);
      case LIST -> spoil(fault, url, () -> list(url));
      default -> query(route.name(), url, fault);
    };
  }

  private MockResponse create(RecordedRequest request, Script keyScript, @Nullable Fault byKey) {
    HttpUrl url = request.getUrl();
    String body = request.getBody() == null ? "" : request.getBody().utf8();
    if (byKey != null) {
      return spoil(byKey, url, () -> make(new Creation(body), keyScript, url));
    }
    Creation creation = new Creation(body);
    Fault fault = creation.script().takeFault(Place.CREATE, creation.scope(), attempts);
    return spoil(fault, url, () -> make(creation, keyScript, url));
  }

  private MockResponse make(Creation creation, Script keyScript, HttpUrl url) {
    try {
      SimulatedTask task = creation.makeTask(tasks, keyScript, taskDuration, time.instant(), url);
      callbacks.watch(task);
      return Answers.created(task);
    } catch (Refusal refusal) {
      return Answers.error(refusal.error(), refusal.wording());
    }
  }

  private MockResponse query(String anyId, HttpUrl url, @Nullable Fault byKey) {
    SimulatedTask task = tasks.find(anyId);
    Fault fault = byKey;
    if (fault == null && task != null) {
      fault = task.script().takeFault(Place.QUERY, task.id(), attempts);
    }
    return spoil(fault, url, () -> status(anyId, task, url));
  }

  private MockResponse status(String anyId, @Nullable SimulatedTask task, HttpUrl url) {
    if (task == null) {
      throw new Refusal(
          VendorError.INVALID_PARAMETER, "Task not found by id/external id: " + anyId);
    }
    return Answers.task(task, task.stageAt(time.instant()), url);
  }

  private MockResponse list(HttpUrl url) {
    int number = parameter(url, "pageNum", LAST_PAGE, 1);
    int size = parameter(url, "pageSize", LARGEST_PAGE, USUAL_PAGE);
    Instant now = time.instant();
    List<Map<String, @Nullable Object>> bodies = new ArrayList<>();
    for (SimulatedTask task : tasks.page(number, size)) {
      bodies.add(Answers.body(task, task.stageAt(now), url));
    }
    return Answers.tasks(bodies);
  }

  private MockResponse download(String name, RecordedRequest request) {
    String id = name.replaceFirst("^v-(.*)\\.mp4$", "$1");
    SimulatedTask task = id.equals(name) ? null : tasks.find(id);
    if (task == null || !task.succeededBy(time.instant())) {
      throw new Refusal(VendorError.NO_SUCH_RESOURCE);
    }
    Fault fault = task.script().takeFault(Place.DOWNLOAD, task.id(), attempts);
    return spoil(fault, request.getUrl(), () -> VideoFile.answer(request.getHeaders()));
  }

  /** Gives the true answer, or what a fault makes of it; a fault that isn't paid never asks. */
  private static MockResponse spoil(
      @Nullable Fault fault, HttpUrl asked, Supplier<MockResponse> answer) {
    MockResponse.Builder truth =
        fault == null || fault.paid() ? answer.get().newBuilder() : new MockResponse.Builder();
    if (fault == null) {
      return truth.build();
    }
    if (fault instanceof WrongAnswer wrong) {
      return Answers.wrong(wrong, asked);
    }
    SocketEffect.CloseSocket close = new SocketEffect.CloseSocket();
    return switch (((BrokenLine) fault).how()) {
      case DROP -> truth.onResponseStart(close).build();
      case CUT -> truth.onResponseBody(close).build();
      case HANG -> truth.onResponseStart(SocketEffect.Stall.INSTANCE).build();
    };
  }

  private static int parameter(HttpUrl url, String name, int highest, int usual) {
    String text = url.queryParameter(name);
    if (text == null) {
      return usual;
    }
    int value = text.matches("\\d{1,5}") ? Integer.parseInt(text) : 0;
    if (value < 1 || value > highest) {
      throw new Refusal(VendorError.INVALID_PARAMETER, name + ": must be from 1 to " + highest);
    }
    return value;
  }
}
