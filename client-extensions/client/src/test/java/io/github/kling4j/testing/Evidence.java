package io.github.kling4j.testing;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.logging.SimpleFormatter;
import org.jspecify.annotations.Nullable;

/**
 * All that can be seen of a client from outside: what is logged at any level, texts of objects,
 * exceptions with their traces, causes and accessors, names of threads.
 */
public final class Evidence extends Handler {
  private static final List<String> LOGGERS =
      List.of(
          "", "okhttp3", "okhttp3.internal.concurrent.TaskRunner", "okhttp3.internal.http2.Http2");

  /** What a server of the test says is not what the client says. */
  private static final List<String> SERVERS =
      List.of("mockwebserver3", "io.github.kling4j.testkit");

  private final Queue<Exhibit> exhibits = new ConcurrentLinkedQueue<>();
  private final Set<Class<?>> types = ConcurrentHashMap.newKeySet();
  private final List<Level> levels = new ArrayList<>();
  private final List<Logger> loggers = LOGGERS.stream().map(Logger::getLogger).toList();

  /** A text, and where it was seen. */
  public record Exhibit(String place, String text) {}

  /** Begins to collect what is logged. */
  public Evidence() {
    for (Logger logger : loggers) {
      levels.add(logger.getLevel());
      logger.setLevel(Level.ALL);
    }
    setLevel(Level.ALL);
    setFormatter(new SimpleFormatter());
    loggers.get(0).addHandler(this);
  }

  /** Takes an object's text, and all that an exception says. */
  public void add(@Nullable Object object) {
    if (object == null) {
      return;
    }
    for (Class<?> type = object.getClass(); type != null; type = type.getSuperclass()) {
      types.add(type);
      types.addAll(Arrays.asList(type.getInterfaces()));
    }
    exhibits.add(new Exhibit(object.getClass().getSimpleName() + ".toString()", object.toString()));
    if (object instanceof Throwable thrown) {
      StringWriter trace = new StringWriter();
      thrown.printStackTrace(new PrintWriter(trace));
      exhibits.add(new Exhibit("trace", trace.toString()));
      addAll(thrown, new HashSet<>());
    }
  }

  /** Takes the names of all threads that live now. */
  public void addThreads() {
    for (Thread thread : Thread.getAllStackTraces().keySet()) {
      exhibits.add(new Exhibit("name of a thread", thread.getName()));
    }
  }

  private void addAll(Throwable thrown, Set<Throwable> seen) {
    if (!seen.add(thrown)) {
      return;
    }
    types.add(thrown.getClass());
    for (Method accessor : thrown.getClass().getMethods()) {
      if (accessor.getParameterCount() == 0
          && accessor.getDeclaringClass().getName().startsWith("io.github.kling4j.")) {
        String name = thrown.getClass().getSimpleName() + "." + accessor.getName() + "()";
        exhibits.add(new Exhibit(name, String.valueOf(value(accessor, thrown))));
      }
    }
    exhibits.add(new Exhibit("message", thrown.toString()));
    if (thrown.getCause() != null) {
      addAll(thrown.getCause(), seen);
    }
    for (Throwable suppressed : thrown.getSuppressed()) {
      addAll(suppressed, seen);
    }
  }

  private static Object value(Method accessor, Object of) {
    try {
      return accessor.invoke(of);
    } catch (IllegalAccessException | InvocationTargetException e) {
      throw new LinkageError("accessor of an exception", e);
    }
  }

  /** Returns all that was seen so far. */
  public List<Exhibit> exhibits() {
    return List.copyOf(exhibits);
  }

  /** Returns the classes of all that was seen, with those above them. */
  public Set<Class<?>> types() {
    return types;
  }

  /** Tells whether instances of a class can be seen at all. */
  public static boolean hasInstances(Class<?> type) {
    return Arrays.stream(type.getDeclaredConstructors())
            .anyMatch(constructor -> !Modifier.isPrivate(constructor.getModifiers()))
        || Arrays.stream(type.getDeclaredFields())
            .anyMatch(field -> !Modifier.isStatic(field.getModifiers()))
        || Arrays.stream(type.getDeclaredMethods())
            .anyMatch(method -> !Modifier.isStatic(method.getModifiers()) && !method.isSynthetic());
  }

  @Override
  public void publish(LogRecord record) {
    String logger = String.valueOf(record.getLoggerName());
    if (SERVERS.stream().noneMatch(logger::startsWith)) {
      exhibits.add(new Exhibit("log of " + logger, getFormatter().format(record)));
    }
  }

  @Override
  public void flush() {}

  /** Ends it. */
  @Override
  public void close() {
    loggers.get(0).removeHandler(this);
    for (int i = 0; i < loggers.size(); i++) {
      loggers.get(i).setLevel(levels.get(i));
    }
  }
}
