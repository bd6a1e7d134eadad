package io.github.kling4j.callback;

import com.squareup.moshi.JsonAdapter;
import com.squareup.moshi.JsonDataException;
import io.github.kling4j.error.CallbackRefusedException;
import io.github.kling4j.error.CallbackRefusedException.Reason;
import io.github.kling4j.error.ErrorMapper;
import io.github.kling4j.model.ModelJsonAdapterFactory;
import io.github.kling4j.model.Task;
import io.github.kling4j.model.TaskAnswer;
import io.github.kling4j.task.Answers;
import io.github.kling4j.task.TaskFacts;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Reads the bodies of callbacks, in whatever dialect. What it says of them quotes nothing. */
final class CallbackReader {
  private static final JsonAdapter<TaskAnswer> BODIES =
      ModelJsonAdapterFactory.adapter(TaskAnswer.class);
  private static final ErrorMapper TEXTS = new ErrorMapper(UnaryOperator.identity());
  private static final String WHITE_SPACE = " \t\r\n";

  private CallbackReader() {}

  /** Refuses a body that is too long to be looked at. */
  static void checkSize(long bytes) {
    if (bytes > Callbacks.BODY_LIMIT) {
      throw new CallbackRefusedException(
          Reason.BODY_TOO_LARGE,
          "The body of a callback has more than " + Callbacks.BODY_LIMIT + " bytes");
    }
  }

  static Callback read(byte[] body, boolean verified) {
    checkSize(body.length);
    String text = withoutMark(text(body));
    int start = 0;
    while (start < text.length() && WHITE_SPACE.indexOf(text.charAt(start)) >= 0) {
      start++;
    }
    if (start == text.length()) {
      throw refused("is empty", body);
    }
    switch (text.charAt(start)) {
      case '{' -> {}
      case '<' -> throw refused("is a page of HTML or XML", body);
      case '[' -> throw refused("is an array, and one task is expected", body);
      default -> throw refused("is no JSON object", body);
    }
    Task task = Answers.task(answer(text, body));
    if (task == null) {
      throw refused("is JSON in which no task with an id is found", body);
    }
    return new Callback(task, TEXTS.shown(TaskFacts.failureReason(task)), verified);
  }

  private static TaskAnswer answer(String text, byte[] body) {
    @Nullable TaskAnswer answer;
    try {
      answer = BODIES.fromJson(text);
    } catch (IOException | JsonDataException e) {
      // What the parser says may quote the sender's words, so it is left out.
      throw refused("is broken JSON, or more than one value, or nested too deep", body);
    }
    if (answer == null) {
      throw refused("is null", body);
    }
    return answer;
  }

  private static String text(byte[] body) {
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(body)).toString();
    } catch (CharacterCodingException e) {
      throw refused("is not in UTF-8", body);
    }
  }

  private static String withoutMark(String text) {
    return text.startsWith("\ufeff") ? text.substring(1) : text;
  }

  private static CallbackRefusedException refused(String what, byte[] body) {
    return new CallbackRefusedException(
        Reason.NOT_A_CALLBACK, "The body of a callback, of " + body.length + " bytes, " + what);
  }
}
