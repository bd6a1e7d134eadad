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
  record WrongAnswer(int status, int code, Body body, boolean paid, @Nullable String retryAfter)
      implements Fault {}

  /** No answer, or only a part of it. */
  record BrokenLine(Break how, boolean paid) implements Fault {}

  /** The task ends as failed. */
  record Fail(String reason) implements Effect {}

  /** The task takes this long. */
  record Slow(Duration duration) implements Effect {}

  /** The running task's status goes by this word. */
  record StatusWord(String word) implements Effect {}

  /** The body of a wrong answer. */
  enum Body {
    JSON,
    HTML,
    EMPTY
  }

  /** How the connection is spoilt. */
  enum Break {
    /** It is closed without an answer. */
    DROP,
    /** It is closed in the middle of the answer's body. */
    CUT,
    /** It stays open, and nothing comes. */
    HANG
  }
}
