package io.github.kling4j.benchmarks.start;

import io.github.kling4j.benchmarks.ChildJvm;
import io.github.kling4j.benchmarks.Jdk;
import io.github.kling4j.benchmarks.contender.Contenders;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Starts a contender in a JVM of its own, as it comes: with the JDK's own class-data archive. */
final class ColdStart {
  /** What slf4j has to say of a missing logger would go to standard error. */
  private static final String QUIET = "-Dslf4j.internal.verbosity=ERROR";

  private final Contenders contender;
  private final Jdk jdk;
  private final String url;
  private final List<String> options;

  private ColdStart(Contenders contender, Jdk jdk, String url, List<String> options) {
    this.contender = contender;
    this.jdk = jdk;
    this.url = url;
    this.options = options;
  }

  ColdStart(Contenders contender, Jdk jdk, String url) {
    this(contender, jdk, url, List.of());
  }

  /**
   * Has a start write what it loads into an archive, and returns a start that is given it. Classes
   * must be in jars for that.
   */
  ColdStart archived(Path folder) {
    Path archive = folder.resolve(contender.id() + ".jsa");
    try (ChildJvm process =
        start(List.of("-XX:ArchiveClassesAtExit=" + archive, "-Xlog:disable"))) {
      process.read();
      process.write(List.of(""));
      process.await();
    }
    if (!Files.exists(archive)) {
      throw new IllegalStateException("No archive was written for " + contender.title());
    }
    return new ColdStart(
        contender, jdk, url, List.of("-XX:SharedArchiveFile=" + archive, "-Xshare:auto"));
  }

  Contenders contender() {
    return contender;
  }

  /** Starts once, and measures from outside. */
  Start measure() {
    long begun = System.nanoTime();
    try (ChildJvm process = start(List.of())) {
      process.read();
      long wall = System.nanoTime() - begun;
      return new Start(wall, Usage.of(process.pid()));
    }
  }

  /** Starts once more, and counts the classes that it loads until its task is created. */
  long classes(Path folder) {
    Path log = folder.resolve(contender.id() + ".log");
    try (ChildJvm process = start(List.of("-Xlog:class+load:file=" + log), StartProcess.HALT)) {
      process.read();
      process.await();
      return count(Files.readAllLines(log));
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot count the classes of " + contender.title(), e);
    }
  }

  /** Counts the classes in a JVM's log of what it loads. */
  static long count(List<String> log) {
    return log.stream().filter(line -> line.contains(" source: ")).count();
  }

  private ChildJvm start(List<String> more, String... args) {
    List<String> all = new ArrayList<>(options);
    all.add(QUIET);
    all.addAll(more);
    List<String> told = new ArrayList<>(List.of(contender.type(), url));
    told.addAll(List.of(args));
    return new ChildJvm(
        jdk, contender.classPath(), StartProcess.class, all, told.toArray(String[]::new));
  }
}
