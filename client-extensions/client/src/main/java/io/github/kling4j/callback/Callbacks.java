package io.github.kling4j.callback;

import io.github.kling4j.task.TaskEngine;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The receiving end of {@code callback_url}, for whatever takes HTTP requests: give it the headers
 * and the raw body. An instance, {@code KlingClient.callbacks()}, tells the waits of its client;
 * the static methods only read.
 *
 * <pre>{@code
 * try {
 *   kling.callbacks().deliver(request::getHeader, body);
 *   // answer 200
 * } catch (CallbackRefusedException e) {
 *   // log it, and answer e.httpStatus()
 * }
 * }</pre>
 *
 * <p>Safe for use by several threads.
 */
public final class Callbacks {
  /** The most bytes that the body of a callback may have: 1 MiB. They have a thousand or two. */
  public static final int BODY_LIMIT = 1_048_576;

  private final TaskEngine engine;
  private final @Nullable Signatures signatures;
  private final Clock clock;

  /**
   * Creates a receiver.
   *
   * @param engine the one whose waits are told
   * @param secret the secret that callbacks are signed with, or null where they are not signed
   * @param clock tells the time by which a signature's age is judged
   * @throws IllegalArgumentException when the secret is malformed
   */
  public Callbacks(TaskEngine engine, @Nullable String secret, Clock clock) {
    this.engine = Objects.requireNonNull(engine, "engine");
    this.signatures = secret == null ? null : new Signatures(secret);
    this.clock = Objects.requireNonNull(clock, "clock");
  }

  /**
   * Refuses a malformed secret, so that a wrong setting is told when a program starts, and not with
   * the first callback.
   *
   * @param secret the secret, {@code whsec_} and Base64; the former may be missing
   * @throws IllegalArgumentException when it is malformed; the message does not quote it
   */
  public static void checkSecret(String secret) {
    Signatures unused = new Signatures(secret);
  }

  /**
   * Reads a callback. Who has sent it is not checked.
   *
   * @param body the body as it arrived: a task, bare or in a relay's envelope
   * @return the callback, not verified
   * @throws io.github.kling4j.error.CallbackRefusedException when there is no task in it, or it has
   *     more than {@link #BODY_LIMIT} bytes
   */
  public static Callback parse(byte[] body) {
    return CallbackReader.read(body, false);
  }

  /**
   * Reads a callback. Who has sent it is not checked.
   *
   * @param body the body as it arrived: a task, bare or in a relay's envelope
   * @return the callback, not verified
   * @throws io.github.kling4j.error.CallbackRefusedException when there is no task in it, or it has
   *     more than {@link #BODY_LIMIT} bytes
   */
  public static Callback parse(String body) {
    return parse(body.getBytes(StandardCharsets.UTF_8));
  }

  /**
   * Reads a callback after its signature was checked as Standard Webhooks says, by the system's
   * clock.
   *
   * @param headers returns a header of the request by its name in any case, or null: {@code
   *     request::getHeader}, {@code headers::getFirst}
   * @param body the body byte for byte as it arrived; one that a framework has read and written
   *     again does not fit its signature
   * @param secret the secret, {@code whsec_} and Base64; the former may be missing
   * @return the callback, verified
   * @throws io.github.kling4j.error.CallbackRefusedException when it is not to be believed: no
   *     signature fits, it was signed more than five minutes from now or before; or it is no
   *     callback
   * @throws IllegalArgumentException when the secret is malformed
   */
  public static Callback verify(
      Function<String, @Nullable String> headers, byte[] body, String secret) {
    return verify(headers, body, secret, Clock.systemUTC());
  }

  /**
   * Reads a callback after its signature was checked as Standard Webhooks says.
   *
   * @param headers returns a header of the request by its name in any case, or null
   * @param body the body byte for byte as it arrived
   * @param secret the secret, {@code whsec_} and Base64; the former may be missing
   * @param clock tells the time by which a signature's age is judged
   * @return the callback, verified
   * @throws io.github.kling4j.error.CallbackRefusedException when it is not to be believed, or is
   *     no callback
   * @throws IllegalArgumentException when the secret is malformed
   */
  public static Callback verify(
      Function<String, @Nullable String> headers, byte[] body, String secret, Clock clock) {
    return verify(headers, body, new Signatures(secret), clock);
  }

  private static Callback verify(
      Function<String, @Nullable String> headers, byte[] body, Signatures signatures, Clock clock) {
    CallbackReader.checkSize(body.length);
    signatures.check(headers, body, clock);
    return CallbackReader.read(body, true);
  }

  /**
   * Tells the waits for a task what a callback says. One that is {@linkplain Callback#verified()
   * verified} is believed, unless something newer was seen before; any other makes the wait ask the
   * server for the task. Returns without waiting for that.
   *
   * @param callback the callback
   * @return whether anybody waits for its task with this client
   */
  public boolean deliver(Callback callback) {
    return engine.deliver(callback.data(), callback.verified());
  }

  /**
   * Reads a callback without looking at a signature, and makes the waits for its task ask the
   * server.
   *
   * @param body the body as it arrived
   * @return whether anybody waits for its task with this client
   * @throws io.github.kling4j.error.CallbackRefusedException when it is no callback
   */
  public boolean deliver(byte[] body) {
    return deliver(parse(body));
  }

  /**
   * Reads a callback and tells the waits for its task. Where the client has a secret, the signature
   * must fit; where it has none, this is {@link #deliver(byte[])}.
   *
   * @param headers returns a header of the request by its name in any case, or null: {@code
   *     request::getHeader}, {@code headers::getFirst}
   * @param body the body byte for byte as it arrived
   * @return whether anybody waits for its task with this client
   * @throws io.github.kling4j.error.CallbackRefusedException when it is not to be believed, or is
   *     no callback
   */
  public boolean deliver(Function<String, @Nullable String> headers, byte[] body) {
    return signatures == null ? deliver(body) : deliver(verify(headers, body, signatures, clock));
  }
}
