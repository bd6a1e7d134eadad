package io.github.kling4j.testkit;

import java.io.IOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import mockwebserver3.MockWebServer;
import okhttp3.HttpUrl;
import org.jspecify.annotations.Nullable;

/**
 * A Kling text-to-video server inside the process. It makes tasks that advance with time, finds
 * them by {@code task_id} or {@code external_task_id}, lists them, posts callbacks and serves a
 * small playable video; under the relay's paths ({@code /kling/v1/videos/text2video}) and the
 * vendor's ({@code /v1/videos/text2video}) alike.
 *
 * <pre>{@code
 * try (KlingGateway gateway = KlingGateway.start()) {
 *   // point any client, in any language, at gateway.url(), with any API key
 * }
 * }</pre>
 *
 * <p>What it should do wrong is asked for with directives in double brackets, in the prompt of a
 * create or in the API key: {@code "A beach. [[http 503 twice]]"}. Their table stands at the
 * {@linkplain io.github.kling4j.testkit package}.
 *
 * <p>It answers as the vendor does, or as relays of some kind do, which is its {@link Dialect}.
 *
 * <p>Thread-safe. It keeps all requests and tasks until {@link #reset()} or {@link #close()}.
 */
public final class KlingGateway implements AutoCloseable {
  private final MockWebServer server;
  private final GatewayDispatcher dispatcher;
  private final GatewayService service;
  private final Callbacks callbacks;
  private final GatewayTime time;
  private final HttpUrl url;

  KlingGateway(KlingGatewayBuilder settings) {
    time = new GatewayTime(settings.clock);
    callbacks = new Callbacks(time, settings.remoteCallbacks, settings.callbackSigner());
    service = new GatewayService(settings.rules(), time, callbacks);
    server = new MockWebServer();
    dispatcher = new GatewayDispatcher(server, service);
    server.setDispatcher(dispatcher);
    server.setServerSocketFactory(new PromptSockets());
    InetAddress address = address(settings.host);
    try {
      server.start(address, settings.port);
    } catch (IOException e) {
      throw notStarted(settings, e);
    }
    String host = address.isAnyLocalAddress() ? "127.0.0.1" : settings.host;
    url = new HttpUrl.Builder().scheme("http").host(host).port(server.getPort()).build();
  }

  /**
   * Starts a gateway with the usual settings on a free port of this machine.
   *
   * @return the running gateway; to be closed
   */
  public static KlingGateway start() {
    return builder().start();
  }

  /**
   * Prepares a gateway with settings of your own.
   *
   * @return a builder with the usual settings
   */
  public static KlingGatewayBuilder builder() {
    return new KlingGatewayBuilder();
  }

  /**
   * Returns the base URL, for {@code Gateway.relay} and {@code KLING_BASE_URL}.
   *
   * @return for instance {@code http://127.0.0.1:40123/}
   */
  public String url() {
    return url.toString();
  }

  /**
   * Returns the port that the gateway listens on.
   *
   * @return the port, never 0
   */
  public int port() {
    return url.port();
  }

  /**
   * Puts the gateway's time forward, so that tasks advance and callbacks are posted without
   * waiting.
   *
   * @param step how far, not negative
   * @throws IllegalArgumentException when the step is negative
   */
  public void advance(Duration step) {
    time.advance(step);
    callbacks.postDue();
  }

  /**
   * Returns the gateway's time, by which tasks advance.
   *
   * @return now
   */
  public Instant now() {
    return time.instant();
  }

  /**
   * Returns all requests in the order of their arrival, answered or not.
   *
   * @return an unmodifiable copy
   */
  public List<ReceivedRequest> requests() {
    return dispatcher.received();
  }

  /**
   * Returns the requests that asked for a new task, whether or not they got one.
   *
   * @return every POST to a task path, in the order of arrival
   */
  public List<ReceivedRequest> createRequests() {
    return at(Place.CREATE);
  }

  /**
   * Returns the requests that asked for one task.
   *
   * @return every GET of a task, in the order of arrival
   */
  public List<ReceivedRequest> queryRequests() {
    return at(Place.QUERY);
  }

  /**
   * Returns the requests for a page of tasks.
   *
   * @return every GET of the list, in the order of arrival
   */
  public List<ReceivedRequest> listRequests() {
    return at(Place.LIST);
  }

  /**
   * Returns the requests for a video file. None of them should carry an {@code Authorization}
   * header.
   *
   * @return every GET and HEAD of a file, in the order of arrival
   */
  public List<ReceivedRequest> downloadRequests() {
    return at(Place.DOWNLOAD);
  }

  /**
   * Returns the body of the last create request.
   *
   * @return its members; whole numbers are {@code Long}, all others {@code BigDecimal}
   * @throws NoSuchElementException when there was no create request
   * @throws IllegalArgumentException when its body is no JSON object
   */
  public Map<String, @Nullable Object> lastCreateBody() {
    List<ReceivedRequest> creates = createRequests();
    if (creates.isEmpty()) {
      throw new NoSuchElementException("the gateway has received no create request");
    }
    return creates.get(creates.size() - 1).json();
  }

  /**
   * Returns the tasks that were made, each of which would have been paid for.
   *
   * @return the task ids in the order of their making, also of those whose answer was lost
   */
  public List<String> paidTasks() {
    return service.tasks().stream().map(SimulatedTask::id).toList();
  }

  /**
   * Returns the tasks that creates with one prompt made. Where each create has a prompt of its own,
   * more than one task means that one was paid for twice, even in a dialect that drops {@code
   * external_task_id}.
   *
   * @param prompt the whole prompt, directives included; of several shots, all of their prompts in
   *     lines
   * @return their ids in the order of their making
   */
  public List<String> paidTasks(String prompt) {
    return service.tasks().stream()
        .filter(task -> task.prompts().equals(prompt))
        .map(SimulatedTask::id)
        .toList();
  }

  /**
   * Returns the aspect ratio that a task is made with. Where the request says nothing, that is
   * {@code 16:9}, or {@code 1:1} in the dialects that fill that in.
   *
   * @param taskId the id of a task that was made
   * @return for instance {@code 16:9}
   * @throws NoSuchElementException when there is no such task
   */
  public String aspectRatio(String taskId) {
    return service.tasks().stream()
        .filter(task -> task.id().equals(taskId))
        .map(SimulatedTask::aspectRatio)
        .findFirst()
        .orElseThrow(() -> new NoSuchElementException("the gateway made no task " + taskId));
  }

  /**
   * Returns how many {@linkplain KlingGatewayBuilder#randomFaults random faults} were given of each
   * kind. A kind is the service, and the directive that would ask for the same: {@code "create drop
   * after read"}.
   *
   * @return an unmodifiable copy, in the order of the alphabet; empty without random faults
   */
  public Map<String, Integer> faults() {
    return service.givenFaults();
  }

  /**
   * Forgets all requests, tasks and counted faults; random faults begin anew. The port and the time
   * stay.
   */
  public void reset() {
    service.clear();
    dispatcher.clear();
  }

  /** Stops the server and ends its threads. Closing twice does nothing. */
  @Override
  public void close() {
    callbacks.close();
    server.close();
  }

  private List<ReceivedRequest> at(Place place) {
    return requests().stream().filter(request -> request.place() == place).toList();
  }

  private static InetAddress address(String host) {
    try {
      return InetAddress.getByName(host);
    } catch (UnknownHostException e) {
      throw new IllegalStateException("There is no host " + host + " to listen on", e);
    }
  }

  private static IllegalStateException notStarted(KlingGatewayBuilder settings, IOException cause) {
    String where = "port " + settings.port + " of " + settings.host;
    String message =
        cause instanceof BindException && settings.port != 0
            ? "Cannot listen on "
                + where
                + ", which may be in use: choose another port, or 0"
                + " for a free one"
            : "Cannot listen on " + where;
    return new IllegalStateException(message + " (" + cause.getMessage() + ")", cause);
  }
}
