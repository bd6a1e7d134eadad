package io.github.kling4j.benchmarks.json;

import io.github.kling4j.benchmarks.Benchmark;
import io.github.kling4j.benchmarks.Jdk;
import io.github.kling4j.benchmarks.Machine;
import java.io.PrintStream;
import java.util.List;
import java.util.Objects;
import org.openjdk.jmh.profile.GCProfiler;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.format.OutputFormatFactory;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.runner.options.VerboseMode;

/** The benchmark {@code json}: requests written and answers read, without any HTTP. */
public final class JsonBenchmark implements Benchmark {
  /**
   * One collector and one size of heap, so that figures of different machines compare; and a
   * compiler that is waited for, so that none of them is of code that it has not come to.
   */
  private static final String[] JVM = {"-XX:+UseSerialGC", "-Xms512m", "-Xmx512m", "-Xbatch"};

  private static final String BYTES = "gc.alloc.rate.norm";

  /** Creates the benchmark. */
  public JsonBenchmark() {}

  @Override
  public String name() {
    return "json";
  }

  @Override
  public String usage() {
    return JsonOptions.USAGE;
  }

  @Override
  public List<String> run(List<String> args, Jdk jdk, PrintStream out, PrintStream progress) {
    JsonOptions options = JsonOptions.parse(args);
    JsonFigures figures = new JsonFigures();
    for (int round = 1; round <= options.rounds(); round++) {
      for (JsonCase what : JsonCase.values()) {
        for (JsonContender contender : JsonContender.values()) {
          progress.printf(
              "round %d of %d: %s, %s%n", round, options.rounds(), what.words(), contender.words());
          figures.add(what, contender, measure(what, contender, options, jdk, progress));
        }
      }
    }
    out.printf(
        "%s; with `%s`; medians of %d rounds.%n%n",
        Machine.description(jdk), String.join(" ", JVM), options.rounds());
    out.println(JsonReport.table(figures));
    return JsonReport.exceeded(figures);
  }

  private static JsonFigures.Sample measure(
      JsonCase what, JsonContender contender, JsonOptions options, Jdk jdk, PrintStream progress) {
    OptionsBuilder jmh = new OptionsBuilder();
    jmh.include("^" + JsonCases.class.getName() + "\\." + what.method() + "$")
        .param("contender", contender.name())
        .jvm(jdk.tool("java").toString())
        .jvmArgs(JVM)
        .forks(1)
        .warmupIterations(options.warmup())
        .warmupTime(TimeValue.seconds(1))
        .measurementIterations(options.seconds())
        .measurementTime(TimeValue.seconds(1))
        .addProfiler(GCProfiler.class)
        .shouldFailOnError(true);
    try {
      RunResult result =
          new Runner(
                  jmh.build(),
                  OutputFormatFactory.createFormatInstance(progress, VerboseMode.SILENT))
              .runSingle();
      return new JsonFigures.Sample(
          result.getPrimaryResult().getScore(),
          Objects.requireNonNull(result.getSecondaryResults().get(BYTES)).getScore());
    } catch (RunnerException e) {
      throw new IllegalStateException("JMH could not measure; see what it said above", e);
    }
  }
}
