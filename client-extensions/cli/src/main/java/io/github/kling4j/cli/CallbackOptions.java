package io.github.kling4j.cli;

import java.net.URI;
import java.net.URISyntaxException;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Where the server reports the task's changes to. */
final class CallbackOptions {
  private static final int LAST_PORT = 65_535;

  @Spec(Spec.Target.MIXEE)
  private @Nullable CommandSpec command;

  private @Nullable Integer port;
  private @Nullable String url;

  @Option(
      names = "--callback-port",
      paramLabel = "N",
      description = {
        "Receive callbacks on this port of 127.0.0.1, 0 for a free one, and end the wait by them;"
            + " looks go on all the same."
      })
  void port(int value) {
    if (value < 0 || value > LAST_PORT) {
      throw refusal("--callback-port must be from 0 to " + LAST_PORT + ", not " + value);
    }
    port = value;
  }

  @Option(
      names = "--callback-url",
      paramLabel = "URL",
      description = {
        "Public address of a tunnel that leads to --callback-port; needed unless the server is"
            + " this machine."
      })
  void url(String value) {
    if (!isAddress(value)) {
      throw refusal(
          "--callback-url must be as https://tunnel.example.com, without ? or #, not " + value);
    }
    url = value;
  }

  /** Refuses what would be of no use, before anything is opened. */
  void check() {
    if (url != null && port == null) {
      throw refusal("--callback-url is of use with --callback-port only");
    }
  }

  /**
   * Opens the port, if one was given.
   *
   * @param chosen the callback_url that is sent in any case, or null where this may choose one
   * @return the receiver; null where no port was given
   */
  @Nullable CallbackReceiver open(Context context, Session session, @Nullable String chosen) {
    if (port == null) {
      return null;
    }
    if (chosen == null && url == null && !session.isOnThisMachine()) {
      throw refusal(
          "The server cannot reach --callback-port on this machine: give the address of a tunnel"
              + " that leads to it with --callback-url");
    }
    CallbackReceiver receiver =
        CallbackReceiver.open(port, url, chosen, session.callbacks(), context.err());
    context.err().println("Receiving callbacks on port " + receiver.port());
    return receiver;
  }

  private static boolean isAddress(String text) {
    try {
      URI uri = new URI(text);
      return ("http".equalsIgnoreCase(uri.getScheme()) || "https".equalsIgnoreCase(uri.getScheme()))
          && uri.getHost() != null
          && uri.getRawQuery() == null
          && uri.getRawFragment() == null;
    } catch (URISyntaxException e) {
      return false;
    }
  }

  private RuntimeException refusal(String message) {
    return command == null
        ? new IllegalStateException(message)
        : new ParameterException(command.commandLine(), message);
  }
}
