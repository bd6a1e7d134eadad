package io.github.kling4j.testkit;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** What a directive does. */
sealed interface Effect {
  /** Spoils the answer to a request. */
  sealed interface Fault extends Effect {
    /** Whether a create with this fault makes its task all the same. */
    boolean paid();
  }

  /** Another answer than the true one. */
  record WrongAnswer(
      int status,
      int code,
      @Nullable String word,
      Body body,
      boolean paid,
      @Nullable RetryAfter retryAfter)
      implements Fault {

    String message() {
      return RelayError.messageOf(word);
    }

    String orNoWord() {
      return word == null ? "" : word;
    }
  }

  /**
   * No answer, or only a part of it, or not as it should be.
   *
   * @param bytes how much of the body comes, where that was said; otherwise -1
   */
  record BrokenLine(Break how, boolean paid, int bytes) implements Fault {
    boolean is(Break other) {
      return how == other;
    }
  }

  /** The task ends as failed. */
  record Fail(String reason) implements Effect {}

  /** The task takes this long. */
  record Slow(Duration duration) implements Effect {}

  /** The running task's status goes by this word. */
  record StatusWord(String word) implements Effect {}

  /** When to come again: in some seconds, or at the moment that this will be. */
  record RetryAfter(int seconds, boolean asDate) {}

  /** The body of a wrong answer. */
  enum Body {
    /** An error with a business code, in the gateway's dialect. */
    JSON,
    /** An error with a word for a code. */
    WORD,
    /** An error inside an object {@code error}. */
    ERROR_OBJECT,
    HTML,
    EMPTY
  }

  /** How the true answer is spoilt. */
  enum Break {
    /** The connection is closed without an answer. */
    DROP,
    /** The connection is closed in the middle of the answer's body. */
    CUT,
    /** The connection stays open, and nothing more comes of the answer's body. */
    STALL,
    /** The connection stays open, and nothing comes. */
    HANG,
    /** The body is compressed, though nobody asked for that. */
    GZIP,
    /** The body is compressed, and half of it is missing. */
    GZIP_BROKEN,
    /** The body is said to be compressed, and isn't. */
    GZIP_RUBBISH,
    /** The file is of another version than before. */
    CHANGED,
    /** The file's version is not told. */
    NO_ETAG,
    /** The file comes from its beginning, whatever part is asked for. */
    NO_RANGES
  }
}
