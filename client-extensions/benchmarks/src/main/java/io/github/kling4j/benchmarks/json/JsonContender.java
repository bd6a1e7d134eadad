package io.github.kling4j.benchmarks.json;

import com.squareup.moshi.JsonAdapter;
import com.squareup.moshi.Moshi;
import io.github.kling4j.model.ModelJsonAdapterFactory;
import io.github.kling4j.model.TaskAnswer;
import io.github.kling4j.model.TaskListAnswer;
import io.github.kling4j.model.TextToVideoRequest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Objects;
import okio.BufferedSink;
import okio.BufferedSource;
import org.jspecify.annotations.Nullable;

/** A way to read and write the contract's JSON. */
public enum JsonContender {
  /** The streams of Moshi, by hand. */
  BY_HAND("by hand") {
    @Override
    void write(BufferedSink sink) throws IOException {
      HandWrittenJson.writeRequest(sink, Samples.BY_HAND);
    }

    @Override
    Object readTask(BufferedSource source) throws IOException {
      return HandWrittenJson.readTask(source);
    }

    @Override
    Object readTasks(BufferedSource source) throws IOException {
      return HandWrittenJson.readTasks(source);
    }
  },

  /** The generated adapters. */
  GENERATED("generated") {
    @Override
    void write(BufferedSink sink) throws IOException {
      Generated.REQUEST.toJson(sink, Generated.SAMPLE);
    }

    @Override
    Object readTask(BufferedSource source) throws IOException {
      return notNull(Generated.TASK.fromJson(source));
    }

    @Override
    Object readTasks(BufferedSource source) throws IOException {
      return notNull(Generated.TASKS.fromJson(source));
    }
  },

  /** Records that Moshi reads and writes by reflection. */
  REFLECTED("reflected") {
    @Override
    void write(BufferedSink sink) throws IOException {
      Reflected.REQUEST.toJson(sink, Reflected.SAMPLE);
    }

    @Override
    Object readTask(BufferedSource source) throws IOException {
      return notNull(Reflected.TASK.fromJson(source));
    }

    @Override
    Object readTasks(BufferedSource source) throws IOException {
      return notNull(Reflected.TASKS.fromJson(source));
    }
  };

  private final String words;

  JsonContender(String words) {
    this.words = words;
  }

  String words() {
    return words;
  }

  /** Writes the request of {@link Samples}. */
  abstract void write(BufferedSink sink) throws IOException;

  /** Reads an answer with one task. */
  abstract Object readTask(BufferedSource source) throws IOException;

  /** Reads an answer with a page of tasks. */
  abstract Object readTasks(BufferedSource source) throws IOException;

  private static Object notNull(@Nullable Object read) {
    if (read == null) {
      throw new IllegalStateException("an answer that is null");
    }
    return read;
  }

  /** Made when it is needed, so that the others run without. */
  private static final class Generated {
    private static final Moshi MOSHI =
        new Moshi.Builder().add(ModelJsonAdapterFactory.INSTANCE).build();

    static final JsonAdapter<TextToVideoRequest> REQUEST = MOSHI.adapter(TextToVideoRequest.class);
    static final JsonAdapter<TaskAnswer> TASK = MOSHI.adapter(TaskAnswer.class);
    static final JsonAdapter<TaskListAnswer> TASKS = MOSHI.adapter(TaskListAnswer.class);
    static final TextToVideoRequest SAMPLE = sample();

    private static TextToVideoRequest sample() {
      try {
        return Objects.requireNonNull(REQUEST.fromJson(Samples.REQUEST));
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }
}
