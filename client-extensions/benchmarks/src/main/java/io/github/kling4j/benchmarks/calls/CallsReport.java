package io.github.kling4j.benchmarks.calls;

import io.github.kling4j.benchmarks.Jdk;
import io.github.kling4j.benchmarks.Machine;
import io.github.kling4j.benchmarks.MarkdownTable;
import io.github.kling4j.benchmarks.contender.Contenders;
import java.util.Locale;

/** The figures as Markdown. */
final class CallsReport {
  private final Results results;
  private final Jdk jdk;
  private final CallsOptions options;

  CallsReport(Results results, Jdk jdk, CallsOptions options) {
    this.results = results;
    this.jdk = jdk;
    this.options = options;
  }

  @Override
  public String toString() {
    return Machine.description(jdk)
        + "; `"
        + String.join(" ", CallsBenchmark.CONTENDER_JVM.subList(0, 3))
        + "`; medians of "
        + options.forks() * options.rounds()
        + " rounds in "
        + options.forks()
        + (options.forks() == 1 ? " process" : " processes")
        + " each; × is times OkHttp with fixed bytes.\n\n"
        + perCall()
        + "\n"
        + clock();
  }

  private String perCall() {
    MarkdownTable table =
        new MarkdownTable(
            "a call takes",
            "CPU: create ×",
            "get ×",
            "list of 500 ×",
            "create µs",
            "get µs",
            "list µs",
            "bytes: create",
            "get",
            "list");
    for (Contenders contender : results.contenders()) {
      table.row(
          contender.title(),
          ratio(contender, Measure.CREATE),
          ratio(contender, Measure.GET),
          ratio(contender, Measure.LIST),
          micros(contender, Measure.CREATE),
          micros(contender, Measure.GET),
          micros(contender, Measure.LIST),
          bytes(contender, Measure.CREATE),
          bytes(contender, Measure.GET),
          bytes(contender, Measure.LIST));
    }
    return table.toString();
  }

  private String clock() {
    MarkdownTable table =
        new MarkdownTable(
            "creates",
            "1 thread: a second",
            "p50 µs",
            "p99 µs",
            "8 threads: a second",
            "p50 µs",
            "p99 µs");
    for (Contenders contender : results.contenders()) {
      table.row(
          contender.title(),
          whole(results.median(contender, Measure.CREATE, Sample::perSecond)),
          whole(results.median(contender, Measure.CREATE, Sample::p50Nanos) / 1000),
          whole(results.median(contender, Measure.CREATE, Sample::p99Nanos) / 1000),
          whole(results.median(contender, Measure.CREATE_BY_EIGHT, Sample::perSecond)),
          whole(results.median(contender, Measure.CREATE_BY_EIGHT, Sample::p50Nanos) / 1000),
          whole(results.median(contender, Measure.CREATE_BY_EIGHT, Sample::p99Nanos) / 1000));
    }
    return table.toString();
  }

  private String ratio(Contenders contender, Measure measure) {
    return String.format(
        Locale.ROOT, "%.2f", results.ratio(contender, measure, Sample::cpuPerCall));
  }

  private String micros(Contenders contender, Measure measure) {
    return whole(results.median(contender, measure, Sample::cpuPerCall) / 1000);
  }

  private String bytes(Contenders contender, Measure measure) {
    return whole(results.median(contender, measure, Sample::bytesPerCall));
  }

  private static String whole(double number) {
    return String.format(Locale.ROOT, "%,d", Math.round(number));
  }
}
