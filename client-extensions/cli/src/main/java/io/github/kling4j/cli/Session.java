package io.github.kling4j.cli;

import io.github.kling4j.Gateway;
import io.github.kling4j.KlingClient;
import io.github.kling4j.auth.Credentials;
import io.github.kling4j.callback.Callbacks;
import io.github.kling4j.retry.RetryPolicy;
import io.github.kling4j.task.TextToVideo;
import io.github.kling4j.testkit.KlingGateway;
import org.jspecify.annotations.Nullable;

/** A client for the server that the environment names, or for one of our own. */
final class Session implements AutoCloseable {
  private static final String URL = "KLING_BASE_URL";
  private static final String KEY = "KLING_API_KEY";
  private static final String ACCESS = "KLING_ACCESS_KEY";
  private static final String SECRET = "KLING_SECRET_KEY";
  private static final String SET_URL =
      "Set KLING_BASE_URL to the relay's address, such as https://relay.example.com";

  private final KlingClient client;
  private final @Nullable KlingGateway builtIn;
  private final boolean onThisMachine;

  private Session(KlingClient client, @Nullable KlingGateway builtIn, boolean onThisMachine) {
    this.client = client;
    this.builtIn = builtIn;
    this.onThisMachine = onThisMachine;
  }

  private static Session configured(Context context, RetryPolicy retries) {
    KlingClient client = client(context, retries);
    return new Session(client, null, isLoopback(context.setting(URL)));
  }

  /** Opens the server of the environment; where that names none, the built-in gateway. */
  static Session openOrBuiltIn(Context context, RetryPolicy retries) {
    if (isConfigured(context)) {
      return configured(context, retries);
    }
    KlingGateway gateway = KlingGateway.start();
    context
        .err()
        .println(
            "KLING_BASE_URL and KLING_API_KEY are not set: using the built-in gateway, no money is"
                + " spent.");
    KlingClient client =
        KlingClient.builder()
            .gateway(Gateway.relay(gateway.url()))
            .credentials(Credentials.apiKey("built-in"))
            .retryPolicy(retries)
            .build();
    return new Session(client, gateway, true);
  }

  /** Opens the server of the environment. */
  static Session open(Context context, RetryPolicy retries) {
    if (!isConfigured(context)) {
      throw new ConfigurationException(
          "KLING_BASE_URL and KLING_API_KEY are not set, and the built-in gateway has no tasks from"
              + " before",
          SET_URL + ", and KLING_API_KEY to its key.");
    }
    return configured(context, retries);
  }

  TextToVideo tasks() {
    return client.textToVideo();
  }

  Callbacks callbacks() {
    return client.callbacks();
  }

  /** Tells whether the server can reach 127.0.0.1 of here. */
  boolean isOnThisMachine() {
    return onThisMachine;
  }

  boolean isBuiltIn() {
    return builtIn != null;
  }

  @Override
  public void close() {
    client.close();
    if (builtIn != null) {
      builtIn.close();
    }
  }

  private static boolean isLoopback(@Nullable String url) {
    return url != null
        && url.matches(
            "(?i)(https?://)?(localhost|127(\\.\\d{1,3}){3}|\\[(::1|0:0:0:0:0:0:0:1)])([:/].*)?");
  }

  private static boolean isConfigured(Context context) {
    return context.setting(URL) != null
        || context.setting(KEY) != null
        || context.setting(ACCESS) != null
        || context.setting(SECRET) != null;
  }

  private static KlingClient client(Context context, RetryPolicy retries) {
    check(context);
    try {
      return KlingClient.builder().environment(context.environment()).retryPolicy(retries).build();
    } catch (IllegalArgumentException | IllegalStateException e) {
      throw new ConfigurationException(e, "");
    }
  }

  /** Names what is missing in the terms of this program; the client looks at what is there. */
  private static void check(Context context) {
    boolean key = context.setting(KEY) != null;
    boolean access = context.setting(ACCESS) != null;
    boolean secret = context.setting(SECRET) != null;
    if (!key && access != secret) {
      throw new ConfigurationException(
          (access ? ACCESS : SECRET) + " is set, but " + (access ? SECRET : ACCESS) + " is not",
          "At the vendor set both; at a relay set KLING_API_KEY.");
    } else if (context.setting(URL) == null) {
      throw new ConfigurationException(
          (key ? KEY : ACCESS) + " is set, but KLING_BASE_URL is not",
          SET_URL + ". Without both settings the built-in gateway is used.");
    } else if (!key && !access) {
      throw new ConfigurationException(
          "KLING_BASE_URL is set, but KLING_API_KEY is not",
          "Set KLING_API_KEY to the server's key. Without both settings the built-in gateway is"
              + " used.");
    }
  }
}
