package io.github.kling4j.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class MainTest {
  private static final String HOME = System.getProperty("java.home");

  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteArrayOutputStream progress = new ByteArrayOutputStream();

  @Test
  void withoutANameAllAreRunInOrder() {
    assertThat(run()).isZero();

    assertThat(printed(out)).isEqualTo("light []\nheavy []\n");
  }

  @Test
  void aNamedBenchmarkRunsAloneWithItsOwnOptions() {
    assertThat(run("heavy", "--rounds", "3")).isZero();

    assertThat(printed(out)).isEqualTo("heavy [--rounds, 3]\n");
  }

  @Test
  void whatIsOverBudgetIsNamedAndCountsOnlyInACheck() {
    assertThat(run("heavy")).isZero();
    assertThat(printed(progress)).contains("over budget: 3 kg, of 2\n");

    assertThat(run("heavy", "--check")).isEqualTo(1);
    assertThat(run("light", "--check")).isZero();
    assertThat(run("--check")).isEqualTo(1);
  }

  @Test
  void eachIsRunOnEachJdk() {
    assertThat(run("light", "--jdk", HOME, "--jdk", HOME)).isZero();

    assertThat(printed(out)).isEqualTo("light []\nlight []\n");
    assertThat(printed(progress)).contains("light on JDK " + Runtime.version());
  }

  @Test
  void wrongUseIsNamed() {
    assertThat(run("fast")).isEqualTo(2);
    assertThat(printed(progress)).contains("no benchmark fast").contains("heavy [--rounds N]");
    assertThat(run("--rounds", "3")).isEqualTo(2);
    assertThat(printed(progress)).contains("no option --rounds");
    assertThat(run("light", "--jdk", HOME + "/none")).isEqualTo(2);
    assertThat(printed(progress)).contains("no bin/java in " + HOME + "/none");
    assertThat(run("light", "--jdk")).isEqualTo(2);
    assertThat(printed(progress)).contains("--jdk needs a value");
    assertThat(printed(out)).isEmpty();
  }

  private int run(String... args) {
    return Main.run(
        List.of(
            new Weight("light", "", List.of()),
            new Weight("heavy", "--rounds N", List.of("3 kg, of 2"))),
        List.of(args),
        new PrintStream(out, true, StandardCharsets.UTF_8),
        new PrintStream(progress, true, StandardCharsets.UTF_8));
  }

  private static String printed(ByteArrayOutputStream stream) {
    return stream.toString(StandardCharsets.UTF_8);
  }

  private record Weight(String name, String usage, List<String> over) implements Benchmark {
    @Override
    public List<String> run(List<String> args, Jdk jdk, PrintStream out, PrintStream progress) {
      out.println(name + " " + args);
      return over;
    }
  }
}
