package io.github.kling4j.testkit;

import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.junit.jupiter.api.parallel.ExecutionMode;

/**
 * Runs a {@link KlingGateway} for the tests of a class.
 *
 * <pre>{@code
 * @RegisterExtension static final KlingGatewayExtension KLING = new KlingGatewayExtension();
 * // in a test: KLING.gateway().url()
 * }</pre>
 *
 * <p>or, with {@code @ExtendWith(KlingGatewayExtension.class)} on the class, as a parameter {@code
 * KlingGateway gateway} of a test. Registered on the class or in a static field, one gateway serves
 * the whole class and is {@linkplain KlingGateway#reset() reset} before each test, unless tests run
 * concurrently; registered in an instance field or on a method, each test has its own.
 */
public final class KlingGatewayExtension
    implements BeforeAllCallback,
        AfterAllCallback,
        BeforeEachCallback,
        AfterEachCallback,
        ParameterResolver {
  private final KlingGatewayBuilder settings;
  private @Nullable KlingGateway gateway;
  private int users;

  /** Runs a gateway with the usual settings on a free port. */
  public KlingGatewayExtension() {
    this(KlingGateway.builder());
  }

  /**
   * Runs a gateway with settings of your own.
   *
   * @param settings what to start
   */
  public KlingGatewayExtension(KlingGatewayBuilder settings) {
    this.settings = Objects.requireNonNull(settings, "settings");
  }

  /**
   * Returns the running gateway.
   *
   * @return the gateway of the test that runs
   * @throws IllegalStateException when no test runs that this extension is registered for
   */
  public synchronized KlingGateway gateway() {
    if (gateway == null) {
      throw new IllegalStateException(
          "the gateway runs during tests only: is this extension registered, with"
              + " @RegisterExtension or @ExtendWith?");
    }
    return gateway;
  }

  /**
   * Starts the gateway for a class.
   *
   * @param context the class
   */
  @Override
  public void beforeAll(ExtensionContext context) {
    enter();
  }

  /**
   * Starts a test's own gateway, or resets that of the class.
   *
   * @param context the test
   */
  @Override
  public void beforeEach(ExtensionContext context) {
    KlingGateway entered = enter();
    if (context.getExecutionMode() == ExecutionMode.SAME_THREAD) {
      entered.reset();
    }
  }

  /**
   * Stops the gateway, if it is the test's own.
   *
   * @param context the test
   */
  @Override
  public void afterEach(ExtensionContext context) {
    leave();
  }

  /**
   * Stops the gateway of a class.
   *
   * @param context the class
   */
  @Override
  public void afterAll(ExtensionContext context) {
    leave();
  }

  /**
   * Tells whether a parameter is a gateway.
   *
   * @param parameter the parameter
   * @param context the test
   * @return true for a {@link KlingGateway}
   */
  @Override
  public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
    return parameter.getParameter().getType() == KlingGateway.class;
  }

  /**
   * Returns the running gateway.
   *
   * @param parameter the parameter
   * @param context the test
   * @return the gateway
   */
  @Override
  public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
    return gateway();
  }

  /** Classes may be nested, and a base class shares its static field: the last one stops it. */
  private synchronized KlingGateway enter() {
    KlingGateway running = gateway == null ? settings.start() : gateway;
    gateway = running;
    users++;
    return running;
  }

  private synchronized void leave() {
    users--;
    if (users == 0 && gateway != null) {
      gateway.close();
      gateway = null;
    }
  }
}
