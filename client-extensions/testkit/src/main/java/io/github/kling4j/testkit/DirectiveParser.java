package io.github.kling4j.testkit;

import io.github.kling4j.testkit.Effect.Body;
import io.github.kling4j.testkit.Effect.Break;
import io.github.kling4j.testkit.Effect.BrokenLine;
import io.github.kling4j.testkit.Effect.Fail;
import io.github.kling4j.testkit.Effect.RetryAfter;
import io.github.kling4j.testkit.Effect.Slow;
import io.github.kling4j.testkit.Effect.StatusWord;
import io.github.kling4j.testkit.Effect.WrongAnswer;
import io.github.kling4j.testkit.Script.Source;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads what stands between double brackets; the grammar is the table at the package. */
final class DirectiveParser {
  static final String KNOWN =
      "fail: REASON | slow DURATION | status WORD"
          + " | [query|list|download] (http STATUS | code CODE | word WORD | error WORD | html"
          + " | drop before read | drop after read | cut [after BYTES] | stall [after BYTES] | gzip"
          + " | gzip broken | gzip rubbish | hang | changed | no etag | no ranges)"
          + " [html|empty] [http STATUS] [retry-after SECONDS] [retry-after-date SECONDS] [paid]"
          + " [once|twice|N times]";

  private static final Pattern FAIL =
      Pattern.compile("fail(?:\\s*:\\s*(.*))?", Pattern.DOTALL | Pattern.CASE_INSENSITIVE);
  private static final String RISK_CONTROL = "Failure to pass the risk control system";

  private final String text;
  private final Source source;
  private final DirectiveWords words;

  private DirectiveParser(String text, Source source) {
    this.text = text;
    this.source = source;
    this.words = source == Source.KEY ? DirectiveWords.ofKey(text) : DirectiveWords.of(text);
  }

  /**
   * Reads one directive.
   *
   * @throws IllegalArgumentException when there is no such directive; its message lists the known
   */
  static Directive parse(String text, Source source) {
    Matcher fail = FAIL.matcher(text.trim());
    if (fail.matches()) {
      return always(Place.CREATE, new Fail(reason(fail.group(1), source)));
    }
    return new DirectiveParser(text.trim(), source).directive();
  }

  private Directive directive() {
    @Nullable Place place = place();
    String verb = words.nextVerb();
    if (place == null && verb.equals("slow")) {
      return always(Place.CREATE, new Slow(words.lastDuration()));
    }
    if (place == null && verb.equals("status")) {
      return always(Place.CREATE, new StatusWord(words.last()));
    }
    return fault(verb, places(place));
  }

  private Directive fault(String verb, Set<Place> places) {
    Options options = new Options();
    return switch (verb) {
      case "http" -> {
        int status = words.status();
        options.body = status < 400 ? Body.EMPTY : Body.JSON;
        int code = VendorError.ofStatus(status).code;
        yield options.answer(places, status, code, null);
      }
      case "code" -> {
        int code = words.number();
        VendorError error = VendorError.ofCode(code);
        yield options.answer(places, error == null ? 400 : error.status, code, null);
      }
      case "word" -> {
        String word = words.next();
        options.body = Body.WORD;
        yield options.answer(places, RelayError.statusOf(word), 0, word);
      }
      case "error" -> {
        @Nullable String word = errorWord();
        options.body = Body.ERROR_OBJECT;
        yield options.answer(places, RelayError.statusOf(word), 0, word);
      }
      case "html" -> {
        options.body = Body.HTML;
        yield options.answer(places, 200, 0, null);
      }
      case "drop" -> {
        boolean afterRead = dropsAfterRead();
        yield options.line(places, Break.DROP, afterRead);
      }
      case "cut", "stall" -> {
        options.bytes = words.takeIf("after") ? words.number() : -1;
        yield options.line(places, verb.equals("cut") ? Break.CUT : Break.STALL, true);
      }
      case "changed" -> options.line(ofFile(places), Break.CHANGED, true);
      case "no" -> {
        boolean tag = words.takeIf("etag");
        if (!tag) {
          words.expect("ranges");
        }
        yield options.line(ofFile(places), tag ? Break.NO_ETAG : Break.NO_RANGES, true);
      }
      case "hang" -> options.line(places, Break.HANG, true);
      case "gzip" -> {
        Break how =
            words.takeIf("broken")
                ? Break.GZIP_BROKEN
                : words.takeIf("rubbish") ? Break.GZIP_RUBBISH : Break.GZIP;
        yield options.line(places, how, true);
      }
      default -> throw words.unknown();
    };
  }

  /** What may follow a fault, in any order. */
  private final class Options {
    private Body body = Body.JSON;
    private @Nullable Integer status;
    private @Nullable RetryAfter retryAfter;
    private boolean paid;
    private int bytes = -1;
    private int times = Directive.ALWAYS;

    Directive answer(Set<Place> places, int usualStatus, int code, @Nullable String word) {
      read();
      int given = status == null ? usualStatus : status;
      return directive(places, new WrongAnswer(given, code, word, body, paid, retryAfter));
    }

    Directive line(Set<Place> places, Break how, boolean alwaysPaid) {
      read();
      return directive(places, new BrokenLine(how, alwaysPaid || paid, bytes));
    }

    private void read() {
      while (!words.isEmpty()) {
        String word = words.nextVerb();
        switch (word) {
          case "paid" -> paid = true;
          case "html" -> body = Body.HTML;
          case "empty" -> body = Body.EMPTY;
          case "http" -> status = words.status();
          case "retry-after" -> retryAfter = new RetryAfter(words.number(), false);
          case "retry-after-date" -> retryAfter = new RetryAfter(words.number(), true);
          case "retry" -> {
            words.expect("after");
            boolean asDate = words.takeIf("date");
            retryAfter = new RetryAfter(words.number(), asDate);
          }
          case "once" -> times = 1;
          case "twice" -> times = 2;
          default -> times = words.times(word);
        }
      }
    }

    private Directive directive(Set<Place> places, Effect effect) {
      if (paid && !places.contains(Place.CREATE)) {
        throw words.unknown();
      }
      return new Directive(places, effect, times);
    }
  }

  private @Nullable Place place() {
    for (Place place : EnumSet.of(Place.QUERY, Place.LIST, Place.DOWNLOAD)) {
      if (words.takeIf(place.name())) {
        return place;
      }
    }
    return null;
  }

  /** A list belongs to no prompt, and a download carries no key. */
  private Set<Place> places(@Nullable Place place) {
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

  /** Only a file has versions and parts. */
  private Set<Place> ofFile(Set<Place> places) {
    if (!places.equals(EnumSet.of(Place.DOWNLOAD))) {
      throw words.unknown();
    }
    return places;
  }

  private boolean dropsAfterRead() {
    boolean after = words.takeIf("after");
    if (after || words.takeIf("before")) {
      words.expect("read");
    }
    return after;
  }

  /** Returns the word; relays also send an empty one, and none. */
  private @Nullable String errorWord() {
    String word = words.next();
    if (word.toLowerCase(Locale.ROOT).equals("null")) {
      return null;
    }
    return word.equals("\"\"") ? "" : word;
  }

  private static Directive always(Place place, Effect effect) {
    return new Directive(EnumSet.of(place), effect, Directive.ALWAYS);
  }

  private static String reason(@Nullable String words, Source source) {
    if (words == null || words.isBlank()) {
      return "The task failed";
    }
    String reason = source == Source.KEY ? words.replace('_', ' ').trim() : words.trim();
    return reason.equalsIgnoreCase("risk control") ? RISK_CONTROL : reason;
  }
}
