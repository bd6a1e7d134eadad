package io.github.kling4j;

import io.github.kling4j.model.TextToVideoRequest;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import okhttp3.HttpUrl;
import okhttp3.Request;

/**
 * The server that requests go to, and what it wants otherwise than the contract says. Immutable.
 *
 * <p>What a relay needs otherwise is off unless it is set here, or with words in {@code
 * KLING_RELAY_NEEDS}; an error that shows a symptom of such a need names the setting for it:
 *
 * <ul>
 *   <li>{@code duration-as-string}: {@link #durationAsString()}
 *   <li>{@code duplicate-model}: {@link #duplicateModel()}
 *   <li>{@code explicit-aspect-ratio}: {@link #explicitAspectRatio()}
 *   <li>{@code no-external-task-id}: {@link #withoutExternalTaskId()}
 * </ul>
 */
public final class Gateway {
  /** The path segment that relays put before the vendor's paths; the contract has it. */
  private static final String RELAY_SEGMENT = "kling";

  private static final String WHERE =
      ": set KLING_BASE_URL or Gateway.relay(...) to one such as https://relay.example.com";

  private final HttpUrl url;
  private final boolean relayPaths;
  private final Set<RelayNeed> needs;
  private final boolean plainHttpAllowed;

  private Gateway(HttpUrl url, boolean relayPaths, Set<RelayNeed> needs, boolean plainHttpAllowed) {
    this.url = url;
    this.relayPaths = relayPaths;
    this.needs = needs;
    this.plainHttpAllowed = plainHttpAllowed;
  }

  /** The vendor's regions. */
  public enum Region {
    /** The global one, {@code api-singapore.klingai.com}. */
    SINGAPORE("https://api-singapore.klingai.com/"),
    /** The one for China, {@code api-beijing.klingai.com}. */
    BEIJING("https://api-beijing.klingai.com/");

    private final String url;

    Region(String url) {
      this.url = url;
    }
  }

  /**
   * Returns a relay that serves {@code /kling/v1/videos/…} below an address.
   *
   * @param url the address up to, and without, {@code /kling}; such as {@code
   *     https://relay.example.com}
   * @return the gateway
   * @throws IllegalArgumentException when it is not an address with a scheme and a host
   */
  public static Gateway relay(String url) {
    return new Gateway(parse(url), true, Set.of(), false);
  }

  /**
   * Returns the vendor. Its paths have no {@code /kling}, and it wants {@code duration} as a
   * string.
   *
   * @param region where the account is
   * @return the gateway
   */
  public static Gateway vendor(Region region) {
    return vendor(region.url);
  }

  static Gateway vendor(String url) {
    return new Gateway(parse(url), false, Set.of(RelayNeed.DURATION_AS_STRING), false);
  }

  /** Returns the vendor for one of its hosts, and a relay for any other. */
  static Gateway of(String url) {
    HttpUrl parsed = parse(url);
    boolean vendor = parsed.host().equals("klingai.com") || parsed.host().endsWith(".klingai.com");
    return vendor ? vendor(url) : relay(url);
  }

  /**
   * Returns this gateway with leave to send the key over plain http to another machine. Without it
   * only this machine may be spoken to so.
   *
   * @return a new gateway
   */
  public Gateway allowPlainHttp() {
    return new Gateway(url, relayPaths, needs, true);
  }

  /**
   * Returns this gateway with the {@code duration} of a request sent as a string, {@code "5"} for
   * {@code 5}. The vendor always gets it so.
   *
   * <p>Symptom: a create is refused, with HTTP 500 or 400, because a number cannot be unmarshalled
   * into {@code duration}, which is of type string.
   *
   * @return a new gateway
   */
  public Gateway durationAsString() {
    return with(RelayNeed.DURATION_AS_STRING);
  }

  /**
   * Returns this gateway with the model of a request sent twice, as {@code model_name} and as
   * {@code model}.
   *
   * <p>Symptom: a create is refused because no model is given, though one is.
   *
   * @return a new gateway
   */
  public Gateway duplicateModel() {
    return with(RelayNeed.DUPLICATE_MODEL);
  }

  /**
   * Returns this gateway with {@code aspect_ratio} {@code 16:9} in every request that says nothing
   * of it. At the vendor that is the default.
   *
   * <p>Symptom: videos are square, since the relay fills in {@code 1:1}. No error tells of it.
   *
   * @return a new gateway
   */
  public Gateway explicitAspectRatio() {
    return with(RelayNeed.EXPLICIT_ASPECT_RATIO);
  }

  /**
   * Returns this gateway without {@code external_task_id} in requests, not even the caller's own.
   *
   * <p>Symptom: a create is refused because {@code external_task_id} is an unknown field. The price
   * of this setting is that a create whose answer is lost stays uncertain, for there is nothing to
   * find its task by. A relay that merely ignores the id does not need it.
   *
   * @return a new gateway
   */
  public Gateway withoutExternalTaskId() {
    return with(RelayNeed.NO_EXTERNAL_TASK_ID);
  }

  private Gateway with(RelayNeed need) {
    Set<RelayNeed> more = EnumSet.of(need);
    more.addAll(needs);
    return new Gateway(url, relayPaths, more, plainHttpAllowed);
  }

  /** Returns this gateway with needs given as words, separated by commas. */
  Gateway withNeeds(String words) {
    Gateway gateway = this;
    for (String word : words.strip().split("[\\s,]+", -1)) {
      gateway = word.isEmpty() ? gateway : gateway.with(RelayNeed.of(word));
    }
    return gateway;
  }

  /**
   * Returns the base URL, which ends with a slash.
   *
   * @return the base URL
   */
  public HttpUrl url() {
    return url;
  }

  private static HttpUrl parse(String text) {
    String clean = Objects.requireNonNull(text, "url").strip();
    if (clean.isEmpty()) {
      throw malformed("The base URL is blank" + WHERE, "");
    }
    String lower = clean.toLowerCase(Locale.ROOT);
    if (!lower.startsWith("http://") && !lower.startsWith("https://")) {
      // Not shown, for it may be the key that was set in the wrong place.
      throw malformed("The base URL has no http:// or https:// before it" + WHERE, "");
    }
    HttpUrl url = HttpUrl.parse(clean.endsWith("/") ? clean : clean + "/");
    if (url == null || url.query() != null || url.fragment() != null) {
      throw malformed("The base URL \"%s\" is no address, or has a ? or # in it" + WHERE, clean);
    }
    if (!url.username().isEmpty() || !url.password().isEmpty()) {
      throw malformed("The base URL \"%s\" holds a user name or password: leave them out", clean);
    }
    if (url.pathSegments().contains("v1") && url.pathSegments().contains("videos")) {
      throw malformed("The base URL \"%s\" goes too far: end it before /kling/v1/videos", clean);
    }
    return url;
  }

  private static IllegalArgumentException malformed(String message, String url) {
    return new IllegalArgumentException(message.formatted(shown(url)));
  }

  /** Shows an address without what may be a secret in it. */
  private static String shown(String url) {
    String shown = url.replaceAll("//.*@", "//***@").replaceAll("[?#].*", "?…");
    return shown.length() <= 100 ? shown : shown.substring(0, 100) + "…";
  }

  /** Refuses to send a key where anybody on the way could read it. */
  void checkTransport() {
    if (!url.isHttps() && !plainHttpAllowed && !isThisMachine(url.host())) {
      throw malformed(
          "The base URL %s is plain http to another machine, where anybody on the way reads the"
              + " key: use https://, or Gateway.relay(...).allowPlainHttp()",
          url.toString());
    }
  }

  private static boolean isThisMachine(String host) {
    return host.equals("localhost") || host.equals("::1") || isLoopback(host);
  }

  /** Tells an address that begins with 127 from a name that does. */
  private static boolean isLoopback(String host) {
    boolean number = host.startsWith("127.");
    for (int i = 0; i < host.length(); i++) {
      number &= host.charAt(i) == '.' || Character.digit(host.charAt(i), 10) >= 0;
    }
    return number;
  }

  /** Says a request as this server wants it. */
  TextToVideoRequest adapt(TextToVideoRequest request) {
    TextToVideoRequest said = request;
    for (RelayNeed need : needs) {
      said = need.apply(said);
    }
    return said;
  }

  /** Turns the contract's path into this server's. */
  Request adapt(Request request) {
    if (relayPaths) {
      return request;
    }
    int index = url.pathSize() - 1;
    HttpUrl address = request.url();
    return address.pathSegments().get(index).equals(RELAY_SEGMENT)
        ? request.newBuilder().url(address.newBuilder().removePathSegment(index).build()).build()
        : request;
  }

  @Override
  public String toString() {
    return "Gateway{" + url + "}";
  }
}
