package io.github.kling4j.testkit;

import java.io.IOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Objects;
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
 * <p>Thread-safe. It keeps all requests and tasks until {@link #reset()} or {@link #close()}.
 */
public final class KlingGateway implements AutoCloseable {
  private final MockWebServer server;
  private final GatewayDispatcher dispatcher;
  private final GatewayService service;
  private final Callbacks callbacks;
  private final GatewayTime time;
  private final HttpUrl url;

  private KlingGateway(Builder settings) {
    time = new GatewayTime(settings.clock);
    callbacks = new Callbacks(time, settings.remoteCallbacks);
    service = new GatewayService(new Keys(settings.apiKey), settings.taskDuration, time, callbacks);
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
  public static Builder builder() {
    return new Builder();
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

  /** Forgets all requests, tasks and counted faults. The port and the time stay. */
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

  private static IllegalStateException notStarted(Builder settings, IOException cause) {
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

  /** Settings of a gateway. Not thread-safe; can start several gateways, one after the other. */
  public static final class Builder {
    private String host = "127.0.0.1";
    private int port;
    private Duration taskDuration = Duration.ofSeconds(3);
    private InstantSource clock = InstantSource.system();
    private @Nullable String apiKey;
    private boolean remoteCallbacks;

    private Builder() {}

    /**
     * Sets the address to listen on; {@code 127.0.0.1} if not set.
     *
     * @param host a host name or address of this machine; {@code 0.0.0.0} for all of them
     * @return this builder
     */
    public Builder host(String host) {
      this.host = Objects.requireNonNull(host, "host");
      return this;
    }

    /**
     * Sets the port to listen on; a free one if not set.
     *
     * @param port from 1 to 65535, or 0 for a free one
     * @return this builder
     * @throws IllegalArgumentException when there is no such port
     */
    public Builder port(int port) {
      if (port < 0 || port > 65_535) {
        throw new IllegalArgumentException("a port is from 0 to 65535, not " + port);
      }
      this.port = port;
      return this;
    }

    /**
     * Sets how long a task takes from create to its end; 3 s if not set. During the first quarter
     * its status is {@code submitted}, then {@code processing}.
     *
     * @param taskDuration not negative; with zero a task has ended when it is first asked for
     * @return this builder
     * @throws IllegalArgumentException when it is negative
     */
    public Builder taskDuration(Duration taskDuration) {
      if (taskDuration.isNegative()) {
        throw new IllegalArgumentException("a task cannot take " + taskDuration);
      }
      this.taskDuration = taskDuration;
      return this;
    }

    /**
     * Sets the source of time; the system's clock if not set. {@link KlingGateway#advance} adds to
     * it.
     *
     * @param clock a {@link java.time.Clock} or other source, never going back
     * @return this builder
     */
    public Builder clock(InstantSource clock) {
      this.clock = Objects.requireNonNull(clock, "clock");
      return this;
    }

    /**
     * Sets the only API key that is accepted; any key if not set. Directives in a request's key
     * don't count.
     *
     * @param apiKey the key, without directives
     * @return this builder
     */
    public Builder apiKey(String apiKey) {
      this.apiKey = Objects.requireNonNull(apiKey, "apiKey");
      return this;
    }

    /**
     * Lets callbacks go to any host. If not set, they are posted to this machine only, so that a
     * test's made-up address gets no mail.
     *
     * @return this builder
     */
    public Builder allowRemoteCallbacks() {
      this.remoteCallbacks = true;
      return this;
    }

    /**
     * Starts the gateway.
     *
     * @return the running gateway; to be closed
     * @throws IllegalStateException when it can't listen there, naming the port
     */
    public KlingGateway start() {
      return new KlingGateway(this);
    }
  }
}
