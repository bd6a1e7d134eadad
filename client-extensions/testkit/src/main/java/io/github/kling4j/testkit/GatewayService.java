package io.github.kling4j.testkit;

import io.github.kling4j.testkit.Answers.ExternalIds;
import io.github.kling4j.testkit.Effect.Break;
import io.github.kling4j.testkit.Effect.BrokenLine;
import io.github.kling4j.testkit.Effect.Fault;
import io.github.kling4j.testkit.SimulatedTask.Stage;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import mockwebserver3.MockResponse;
import mockwebserver3.RecordedRequest;
import okhttp3.Headers;
import okhttp3.HttpUrl;
import org.jspecify.annotations.Nullable;

/** What the gateway answers. Thread-safe. */
final class GatewayService {
  private static final int LAST_PAGE = 1000;
  private static final int LARGEST_PAGE = 500;
  private static final int USUAL_PAGE = 30;

  private final Rules rules;
  private final Answers answers;
  private final InstantSource time;
  private final Spoiler spoiler;
  private final @Nullable RandomFaults randomFaults;
  private final TaskStore tasks = new TaskStore();
  private final Attempts attempts = new Attempts();
  private final Callbacks callbacks;

  GatewayService(Rules rules, InstantSource time, Callbacks callbacks) {
    this.rules = rules;
    this.answers = rules.answers();
    this.time = time;
    this.spoiler = new Spoiler(answers, time);
    this.randomFaults = rules.randomFaults();
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
      return error(refusal);
    } finally {
      callbacks.postDue();
    }
  }

  MockResponse error(Refusal refusal) {
    return HttpAnswers.json(refusal.status(), refusal.body(answers));
  }

  List<SimulatedTask> tasks() {
    return tasks.all();
  }

  Map<String, Integer> givenFaults() {
    return randomFaults == null ? Map.of() : randomFaults.given();
  }

  void clear() {
    tasks.clear();
    attempts.clear();
    callbacks.clear();
    if (randomFaults != null) {
      randomFaults.clear();
    }
  }

  private MockResponse api(Route route, RecordedRequest request) {
    String key = rules.keys().check(request.getHeaders());
    Script keyScript = Keys.script(key);
    Fault fault = keyScript.takeFault(route.place(), key, attempts);
    HttpUrl url = request.getUrl();
    return switch (route.place()) {
      case CREATE -> create(request, keyScript, fault);
      case LIST -> {
        Fault due = orRandom(fault, Place.LIST, String.valueOf(url.encodedQuery()));
        yield spoil(due, url, () -> list(url));
      }
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
    remember(creation.externalId(), creation.scope());
    Fault wished = creation.script().takeFault(Place.CREATE, creation.scope(), attempts);
    Fault fault = orRandom(wished, Place.CREATE, creation.scope());
    return spoil(fault, url, () -> make(creation, keyScript, url));
  }

  private MockResponse make(Creation creation, Script keyScript, HttpUrl url) {
    SimulatedTask task = creation.makeTask(tasks, keyScript, rules, time.instant(), url);
    remember(task.id(), creation.scope());
    callbacks.watch(task);
    return HttpAnswers.json(200, answers.created(TaskView.entering(Stage.SUBMITTED, task)));
  }

  private MockResponse query(String anyId, HttpUrl url, @Nullable Fault byKey) {
    SimulatedTask task = find(anyId);
    Fault fault = byKey;
    if (fault == null && task != null) {
      fault = task.script().takeFault(Place.QUERY, task.id(), attempts);
    }
    Fault due = orRandom(fault, Place.QUERY, anyId);
    return spoil(due, url, () -> status(anyId, task, url));
  }

  private @Nullable SimulatedTask find(String anyId) {
    SimulatedTask task = tasks.find(anyId);
    boolean alsoByExternalId = task == null && answers.externalIds() == ExternalIds.KNOWN;
    return alsoByExternalId ? tasks.findByExternalId(anyId) : task;
  }

  private MockResponse status(String anyId, @Nullable SimulatedTask task, HttpUrl url) {
    if (task == null) {
      VendorError error = VendorError.TASK_NOT_FOUND;
      throw new Refusal(error, error.message + ": " + anyId);
    }
    return HttpAnswers.json(200, answers.queried(TaskView.at(time.instant(), task, url)));
  }

  private MockResponse list(HttpUrl url) {
    return switch (answers.listRoute()) {
      case TASKS -> page(url);
      case HTML_PAGE -> HttpAnswers.html();
      case NOT_FOUND ->
          throw new Refusal(
              VendorError.NO_SUCH_METHOD, "Invalid URL (GET " + url.encodedPath() + ")");
    };
  }

  private MockResponse page(HttpUrl url) {
    int number = parameter(url, "pageNum", LAST_PAGE, 1);
    int size = parameter(url, "pageSize", LARGEST_PAGE, USUAL_PAGE);
    Instant now = time.instant();
    List<TaskView> page =
        tasks.page(number, size).stream().map(task -> TaskView.at(now, task, url)).toList();
    return HttpAnswers.json(200, answers.listed(page));
  }

  private MockResponse download(String name, RecordedRequest request) {
    String id = name.replaceFirst("^v-(.*)\\.mp4$", "$1");
    SimulatedTask task = id.equals(name) ? null : tasks.find(id);
    if (task == null || !task.succeededBy(time.instant())) {
      throw new Refusal(VendorError.NO_SUCH_RESOURCE);
    }
    Fault wished = task.script().takeFault(Place.DOWNLOAD, task.id(), attempts);
    Fault fault = orRandom(wished, Place.DOWNLOAD, task.id());
    return spoil(fault, request.getUrl(), () -> file(fault, request.getHeaders()));
  }

  private static MockResponse file(@Nullable Fault fault, Headers request) {
    if (fault instanceof BrokenLine line && line.is(Break.CHANGED)) {
      return VideoFile.changed(request);
    }
    boolean whole = fault instanceof BrokenLine line && line.is(Break.NO_RANGES);
    return whole ? VideoFile.whole() : VideoFile.answer(request);
  }

  /** A fault may spoil a refusal, too. */
  private MockResponse spoil(@Nullable Fault fault, HttpUrl url, Supplier<MockResponse> truth) {
    return spoiler.spoil(
        fault,
        url,
        () -> {
          try {
            return truth.get();
          } catch (Refusal refusal) {
            return error(refusal);
          }
        });
  }

  private @Nullable Fault orRandom(@Nullable Fault wished, Place place, String idOrScope) {
    return wished != null || randomFaults == null ? wished : randomFaults.take(place, idOrScope);
  }

  private void remember(@Nullable String id, String scope) {
    if (id != null && randomFaults != null) {
      randomFaults.remember(id, scope);
    }
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
