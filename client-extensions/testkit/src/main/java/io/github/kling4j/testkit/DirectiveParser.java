package io.github.kling4j.testkit;

import io.github.kling4j.testkit.Effect.Body;
import io.github.kling4j.testkit.Effect.Break;
import io.github.kling4j.testkit.Effect.BrokenLine;
import io.github.kling4j.testkit.Effect.Fail;
import io.github.kling4j.testkit.Effect.Slow;
import io.github.kling4j.testkit.Effect.StatusWord;
import io.github.kling4j.testkit.Effect.WrongAnswer;
import io.github.kling4j.testkit.Script.Source;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads what stands between double brackets; the grammar is the table at the package. */
final class DirectiveParser {
  static final String KNOWN =
      "fail: REASON | slow DURATION | status WORD"
          + " | [query|list|download] (http STATUS | code CODE | html | drop before read"
          + " | drop after read | cut | hang)"
          + " [html|empty] [http STATUS] [retry-after SECONDS] [paid] [once|twice|N times]";

  private static final Pattern FAIL =
      Pattern.compile("fail(?:\\s*:\\s*(.*))?", Pattern.DOTALL | Pattern.CASE_INSENSITIVE);
  private static final String RISK_CONTROL = "Failure to pass the risk control system";

  private final String text;
  private final Deque<String> words;

  private DirectiveParser(String text) {
    this.text = text.trim();
    this.words = new ArrayDeque<>(List.of(this.text.split("\\s+")));
  }

  /**
   * Reads one directive.
   *
   * @throws IllegalArgumentException when there is no such directive; its message lists the known
   */
  static Directive parse(String text, Source source) {
    DirectiveParser parser = new DirectiveParser(text);
    Matcher fail = FAIL.matcher(parser.text);
    if (fail.matches()) {
      return always(Place.CREATE, new Fail(reason(fail.group(1))));
    }
    return parser.directive(source);
  }

  private Directive directive(Source source) {
    @Nullable Place place = place();
    String verb = next().toLowerCase(Locale.ROOT);
    if (place == null && verb.equals("slow")) {
      return always(Place.CREATE, new Slow(duration(last())));
    }
    if (place == null && verb.equals("status")) {
      return always(Place.CREATE, new StatusWord(last()));
    }
    Set<Place> places = places(place, source);
    Options options = new Options();
    return switch (verb) {
      case "http" -> {
        int status = status();
        options.body = status < 400 ? Body.EMPTY : Body.JSON;
        options.read();
        int code = VendorError.ofStatus(status).code;
        yield options.directive(places, options.answer(status, code));
      }
      case "code" -> {
        int code = number();
        options.read();
        VendorError error = VendorError.ofCode(code);
        int status = error == null ? 400 : error.status;
        yield options.directive(places, options.answer(status, code));
      }
      case "html" -> {
        options.body = Body.HTML;
        options.read();
        yield options.directive(places, options.answer(200, 0));
      }
      case "drop" -> {
        boolean afterRead = dropsAfterRead();
        options.read();
        yield options.directive(places, new BrokenLine(Break.DROP, afterRead || options.paid));
      }
      case "cut" -> {
        options.read();
        yield options.directive(places, new BrokenLine(Break.CUT, true));
      }
      case "hang" -> {
        options.read();
        yield options.directive(places, new BrokenLine(Break.HANG, true));
      }
      default -> throw unknown();
    };
  }

  /** What may follow a fault, in any order. */
  private final class Options {
    private Body body = Body.JSON;
    private @Nullable Integer status;
    private @Nullable String retryAfter;
    private boolean paid;
    private int times = Directive.ALWAYS;

    void read() {
      while (!words.isEmpty()) {
        String word = next().toLowerCase(Locale.ROOT);
        switch (word) {
          case "paid" -> paid = true;
          case "html" -> body = Body.HTML;
          case "empty" -> body = Body.EMPTY;
          case "http" -> status = status();
          case "retry-after" -> retryAfter = Integer.toString(number());
          case "once" -> times = 1;
          case "twice" -> times = 2;
          default -> times = times(word);
        }
      }
    }

    WrongAnswer answer(int usualStatus, int code) {
      int given = status == null ? usualStatus : status;
      return new WrongAnswer(given, code, body, paid, retryAfter);
    }

    Directive directive(Set<Place> places, Effect effect) {
      if (paid && !places.contains(Place.CREATE)) {
        throw unknown();
      }
      return new Directive(places, effect, times);
    }
  }

  private @Nullable Place place() {
    @Nullable Place place =
        switch (words.getFirst().toLowerCase(Locale.ROOT)) {
          case "query" -> Place.QUERY;
          case "list" -> Place.LIST;
          case "download" -> Place.DOWNLOAD;
          default -> null;
        };
    if (place != null) {
      words.removeFirst();
    }
    return place;
  }

  /** A list belongs to no prompt, and a download carries no key. */
  private Set<Place> places(@Nullable Place place, Source source) {
    if (source == Source.KEY) {
      if (place == Place.DOWNLOAD) {
        throw new IllegalArgumentException(
            "[["
                + text
                + "]] stands in the API key, which no download carries: write it into the"
                + " prompt");
      }
      return place == null ? EnumSet.of(Place.CREATE, Place.QUERY, Place.LIST) : EnumSet.of(place);
    }
    if (place == Place.LIST) {
      throw new IllegalArgumentException(
          "[["
              + text
              + "]] stands in a prompt, but a list belongs to no prompt: write it into the"
              + " API key");
    }
    return EnumSet.of(place == null ? Place.CREATE : place);
  }

  private boolean dropsAfterRead() {
    @Nullable String when = words.peekFirst();
    boolean after = "after".equalsIgnoreCase(when);
    if (after || "before".equalsIgnoreCase(when)) {
      words.removeFirst();
      if (!next().equalsIgnoreCase("read")) {
        throw unknown();
      }
    }
    return after;
  }

  private int times(String count) {
    boolean counted = count.matches("[1-9]\\d{0,5}") && "times".equalsIgnoreCase(words.pollFirst());
    if (!counted) {
      throw unknown();
    }
    return Integer.parseInt(count);
  }

  private Duration duration(String word) {
    @Nullable Duration duration = Durations.parse(word);
    if (duration == null) {
      throw unknown();
    }
    return duration;
  }

  private int status() {
    int status = number();
    if (status < 200 || status > 599) {
      throw unknown();
    }
    return status;
  }

  private int number() {
    String word = next();
    if (!word.matches("\\d{1,9}")) {
      throw unknown();
    }
    return Integer.parseInt(word);
  }

  private String last() {
    String word = next();
    if (!words.isEmpty()) {
      throw unknown();
    }
    return word;
  }

  private String next() {
    @Nullable String word = words.pollFirst();
    if (word == null) {
      throw unknown();
    }
    return word;
  }

  private IllegalArgumentException unknown() {
    return new IllegalArgumentException(
        "[[" + text + "]] is no directive of the testkit; known: " + KNOWN);
  }

  private static Directive always(Place place, Effect effect) {
    return new Directive(EnumSet.of(place), effect, Directive.ALWAYS);
  }

  private static String reason(@Nullable String words) {
    if (words == null || words.isBlank()) {
      return "The task failed";
    }
    return words.trim().equalsIgnoreCase("risk control") ? RISK_CONTROL : words.trim();
  }
}
