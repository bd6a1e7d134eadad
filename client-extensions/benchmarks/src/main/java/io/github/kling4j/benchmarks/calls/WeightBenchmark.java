package io.github.kling4j.benchmarks.calls;

import io.github.kling4j.benchmarks.Benchmark;
import io.github.kling4j.benchmarks.ChildJvm;
import io.github.kling4j.benchmarks.Jdk;
import io.github.kling4j.benchmarks.Machine;
import io.github.kling4j.benchmarks.MarkdownTable;
import io.github.kling4j.benchmarks.Options;
import io.github.kling4j.benchmarks.contender.Contenders;
import io.github.kling4j.benchmarks.contender.FixedServer;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** The benchmark {@code weight}: the jars of each contender, and the classes that it loads. */
public final class WeightBenchmark implements Benchmark {
  /** Creates the benchmark. */
  public WeightBenchmark() {}

  @Override
  public String name() {
    return "weight";
  }

  @Override
  public String usage() {
    return "";
  }

  @Override
  public List<String> run(List<String> args, Jdk jdk, PrintStream out, PrintStream progress) {
    Options options = new Options(usage(), args);
    if (options.next()) {
      throw options.unknown();
    }
    MarkdownTable table =
        new MarkdownTable("weight", "jars", "kB", "kB of generated classes", "classes loaded");
    try (ChildJvm server = new ChildJvm(jdk, FixedServer.class, CallsBenchmark.SERVER_JVM)) {
      String url = server.read();
      for (Contenders contender : Contenders.values()) {
        progress.println(contender.title());
        Weight weight = weigh(contender, jdk, url);
        table.row(
            contender.title(),
            whole(weight.jars()),
            whole(weight.bytes() / 1000),
            weight.generated() == 0 ? "" : whole(weight.generated() / 1000),
            whole(weight.classes()));
      }
    }
    out.println(Machine.description(jdk) + ".\n\n" + table);
    return List.of();
  }

  static Weight weigh(Contenders contender, Jdk jdk, String url) {
    try {
      Path log = Files.createTempFile("classes", ".log");
      try (ChildJvm process =
          new ChildJvm(
              jdk,
              contender.classPath(),
              WeightProcess.class,
              List.of("-Dslf4j.internal.verbosity=ERROR", "-Xlog:class+load:file=" + log),
              contender.type().getName(),
              url)) {
        process.read();
        process.await();
        try (Stream<String> lines = Files.lines(log)) {
          long classes = lines.filter(line -> line.contains(" source: ")).count();
          List<Path> jars = contender.jars();
          long bytes = 0;
          for (Path jar : jars) {
            bytes += size(jar);
          }
          return new Weight(contender, jars.size(), bytes, contender.generatedBytes(), classes);
        }
      } finally {
        Files.delete(log);
      }
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot weigh " + contender.title(), e);
    }
  }

  /** Returns the size of a jar, or of the folder of classes that Maven may have in its place. */
  private static long size(Path entry) throws IOException {
    try (Stream<Path> files = Files.walk(entry)) {
      return files.filter(Files::isRegularFile).mapToLong(file -> file.toFile().length()).sum();
    }
  }

  private static String whole(long number) {
    return String.format(Locale.ROOT, "%,d", number);
  }
}
