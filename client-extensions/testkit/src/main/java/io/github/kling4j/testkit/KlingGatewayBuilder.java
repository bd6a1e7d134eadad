package io.github.kling4j.testkit;

import java.time.Duration;
import java.time.InstantSource;
import java.util.Objects;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/** Settings of a gateway. Not thread-safe; can start several gateways, one after the other. */
public final class KlingGatewayBuilder {
  String host = "127.0.0.1";
  int port;
  private Duration taskDuration = Duration.ofSeconds(3);
  InstantSource clock = InstantSource.system();
  private @Nullable String apiKey;
  boolean remoteCallbacks;
  private @Nullable SecretKeySpec callbackKey;
  private Dialect dialect = Dialect.VENDOR;
  private Demands demands = Demands.NONE;
  private @Nullable Long faultSeed;
  private double faultShare;
  private boolean randomHangs;

  KlingGatewayBuilder() {}

  /**
   * Sets the address to listen on; {@code 127.0.0.1} if not set.
   *
   * @param host a host name or address of this machine; {@code 0.0.0.0} for all of them
   * @return this builder
   */
  public KlingGatewayBuilder host(String host) {
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
  public KlingGatewayBuilder port(int port) {
    if (port < 0 || port > 65_535) {
      throw new IllegalArgumentException("a port is from 0 to 65535, not " + port);
    }
    this.port = port;
    return this;
  }

  /**
   * Sets how long a task takes from create to its end; 3 s if not set. During the first quarter its
   * status is {@code submitted}, then {@code processing}.
   *
   * @param taskDuration not negative; with zero a task has ended when it is first asked for
   * @return this builder
   * @throws IllegalArgumentException when it is negative
   */
  public KlingGatewayBuilder taskDuration(Duration taskDuration) {
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
  public KlingGatewayBuilder clock(InstantSource clock) {
    this.clock = Objects.requireNonNull(clock, "clock");
    return this;
  }

  /**
   * Sets the only API key that is accepted; any key if not set. Directives in a request's key don't
   * count.
   *
   * @param apiKey the key, without directives
   * @return this builder
   */
  public KlingGatewayBuilder apiKey(String apiKey) {
    this.apiKey = Objects.requireNonNull(apiKey, "apiKey");
    return this;
  }

  /**
   * Lets callbacks go to any host. If not set, they are posted to this machine only, so that a
   * test's made-up address gets no mail.
   *
   * @return this builder
   */
  public KlingGatewayBuilder allowRemoteCallbacks() {
    this.remoteCallbacks = true;
    return this;
  }

  /**
   * Signs callbacks in the form of Standard Webhooks, which the vendor's are where that is switched
   * on: headers {@code webhook-id}, {@code webhook-timestamp} and {@code webhook-signature}. If not
   * set, they carry none. They are signed at the time of the {@linkplain #clock clock}, whatever
   * was added to it by {@link KlingGateway#advance}, so that a receiver with that clock takes them.
   *
   * @param secret {@code whsec_} and Base64; the former may be missing
   * @return this builder
   * @throws IllegalArgumentException when it is not that
   */
  public KlingGatewayBuilder signCallbacks(String secret) {
    this.callbackKey = CallbackSigner.key(secret);
    return this;
  }

  /**
   * Sets how the gateway speaks; {@link Dialect#VENDOR} if not set.
   *
   * @param dialect the kind of relay to imitate
   * @return this builder
   */
  public KlingGatewayBuilder dialect(Dialect dialect) {
    this.dialect = Objects.requireNonNull(dialect, "dialect");
    return this;
  }

  /**
   * Refuses a create whose {@code duration} is a number, with HTTP 500 and the code {@code
   * build_request_failed}, as some relays do. Works in any dialect.
   *
   * @return this builder
   */
  public KlingGatewayBuilder requireDurationAsString() {
    demands = new Demands(true, demands.model(), demands.noExternalTaskId());
    return this;
  }

  /**
   * Refuses a create without {@code model}, whatever its {@code model_name} is, with HTTP 400 and a
   * message that names it, as some relays do. Works in any dialect.
   *
   * @return this builder
   */
  public KlingGatewayBuilder requireModel() {
    demands = new Demands(demands.durationAsString(), true, demands.noExternalTaskId());
    return this;
  }

  /**
   * Refuses a create with {@code external_task_id}, with HTTP 400 and a message that names it as an
   * unknown field. Works in any dialect.
   *
   * @return this builder
   */
  public KlingGatewayBuilder refuseExternalTaskId() {
    demands = new Demands(demands.durationAsString(), demands.model(), true);
    return this;
  }

  /**
   * Spoils a part of all requests, if not set none: the connection is dropped or the answer cut,
   * broken or empty; it is a page of HTML, an error that passes by itself, or an explicit refusal
   * for now; and a create may have made its task. A request for which a directive asks for a fault
   * gets that one instead.
   *
   * <p>What a request gets depends on the seed and on how often the same was asked before, not on
   * the order in which requests for different things come. The same is: a create with the same
   * prompt; a query or a download of a task of that prompt, also by the {@code external_task_id} of
   * such a create; a page of the list.
   *
   * @param seed tells one sequence of faults from another
   * @param share the probability that a request is spoilt, from 0 to 1
   * @return this builder
   * @throws IllegalArgumentException when the share is out of bounds
   */
  public KlingGatewayBuilder randomFaults(long seed, double share) {
    if (!(share >= 0 && share <= 1)) {
      throw new IllegalArgumentException("a share is from 0 to 1, not " + share);
    }
    this.faultSeed = seed;
    this.faultShare = share;
    return this;
  }

  /**
   * Lets random faults also be answers that never come. If not set, there are none, since each of
   * them takes a client's whole time-out.
   *
   * @return this builder
   */
  public KlingGatewayBuilder randomHangs() {
    this.randomHangs = true;
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

  @Nullable CallbackSigner callbackSigner() {
    return callbackKey == null ? null : new CallbackSigner(callbackKey, clock);
  }

  Rules rules() {
    RandomFaults randomFaults =
        faultSeed == null ? null : new RandomFaults(faultSeed, faultShare, randomHangs);
    return new Rules(new Keys(apiKey), Answers.of(dialect), demands, taskDuration, randomFaults);
  }
}
