package io.github.kling4j.benchmarks.build;

import io.github.kling4j.benchmarks.Benchmark;
import io.github.kling4j.benchmarks.Jdk;
import io.github.kling4j.benchmarks.Machine;
import io.github.kling4j.benchmarks.MarkdownTable;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;

/**
 * The benchmark {@code build}: from a changed contract to compiled classes, and from a clean clone
 * to the end of {@code verify}. Both in a temporary folder.
 */
public final class BuildBenchmark implements Benchmark {
  static final String COMPILE = "./mvnw -B -o -q -Pquick -pl generated-client -am compile";
  private static final String VERIFY = "./mvnw -B -q verify";

  /** Creates the benchmark. */
  public BuildBenchmark() {}

  @Override
  public String name() {
    return "build";
  }

  @Override
  public String usage() {
    return BuildOptions.USAGE;
  }

  @Override
  public List<String> run(List<String> args, Jdk jdk, PrintStream out, PrintStream progress) {
    BuildOptions options = BuildOptions.parse(args);
    MarkdownTable table = new MarkdownTable("build", "wall s", "CPU s");
    try {
      Path folder = Files.createTempDirectory("kling4j-build");
      Project temporary = new Project(folder);
      try {
        List<Taken> changes = changes(folder.resolve("copy"), options.rounds(), jdk, progress);
        row(table, "a property more in kling.yaml, to compiled classes", changes);
        if (options.whole()) {
          progress.println(VERIFY);
          row(table, "a clean clone, to the end of verify", List.of(verify(folder, jdk)));
        }
      } finally {
        temporary.delete();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    out.println(
        Machine.description(jdk) + "; medians of " + options.rounds() + " changes.\n\n" + table);
    return List.of();
  }

  private static List<Taken> changes(Path to, int rounds, Jdk jdk, PrintStream progress) {
    Project copy = Project.own().copy(to);
    // What is built once only, and the caches of the machine, are not what a change takes.
    progress.println("unchanged: " + COMPILE);
    TimedCommand.run(copy.folder(), jdk, COMPILE);
    List<Taken> taken = new ArrayList<>();
    for (int round = 1; round <= rounds; round++) {
      String name = "propertymore" + round;
      progress.println("with " + name);
      copy.addProperty(name);
      taken.add(TimedCommand.run(copy.folder(), jdk, COMPILE));
      if (!copy.hasCompiled(name)) {
        throw new IllegalStateException("The build left " + name + " out");
      }
    }
    return taken;
  }

  private static Taken verify(Path folder, Jdk jdk) {
    Path clone = folder.resolve("clone");
    TimedCommand.run(Project.own().folder(), jdk, "git clone -q --no-hardlinks . '" + clone + "'");
    return TimedCommand.run(clone, jdk, VERIFY);
  }

  private static void row(MarkdownTable table, String what, List<Taken> taken) {
    table.row(what, median(taken, Taken::wall), median(taken, Taken::cpu));
  }

  static String median(List<Taken> taken, ToDoubleFunction<Taken> figure) {
    double[] sorted = taken.stream().mapToDouble(figure).sorted().toArray();
    int middle = sorted.length / 2;
    double median =
        sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    return String.format(Locale.ROOT, "%.1f", median);
  }
}
