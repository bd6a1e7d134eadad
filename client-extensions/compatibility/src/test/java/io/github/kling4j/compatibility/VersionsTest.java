package io.github.kling4j.compatibility;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class VersionsTest {
  private static final List<String> BREAKS = List.of("p.A.m(): METHOD_REMOVED", "p.B: CLASS_GONE");

  @ParameterizedTest
  @CsvSource({
    // released, project, released contract, contract
    "1.2.0, 2.0.0, 1.0.0, 1.0.0",
    "1.2.0, 2.0.0-SNAPSHOT, 1.0.0, 1.0.0",
    "0.1.0, 1.0.0-SNAPSHOT, 1.0.0, 1.0.0",
    "1.2.0, 10.1.3, 1.0.0, 1.0.0",
  })
  void aMajorVersionOfTheProjectMayBreakAnything(
      String released, String project, String releasedContract, String contract) {
    Versions versions = new Versions(released, project, releasedContract, contract);

    assertThat(versions.complaint("kling4j", false, BREAKS)).isEmpty();
    assertThat(versions.complaint("kling4j-generated", true, BREAKS)).isEmpty();
  }

  @Test
  void aMajorVersionOfTheContractMayBreakGeneratedCodeUntilARelease() {
    Versions versions = new Versions("1.2.0", "1.3.0-SNAPSHOT", "1.4.0", "2.0.0");

    assertThat(versions.complaint("kling4j-generated", true, BREAKS)).isEmpty();
    assertThat(versions.complaint("kling4j", false, BREAKS)).contains("needs to be 2.0.0");
  }

  @ParameterizedTest
  @CsvSource({
    "1.2.0, 1.2.0-SNAPSHOT, 1.0.0, 1.0.0",
    "1.2.0, 1.9.9, 1.0.0, 1.0.0",
    "1.2.0, 1.3.0-SNAPSHOT, 1.0.0, 1.9.0",
    "1.2.0, 1.3.0, 1.0.0, 2.0.0",
    "0.1.0, 0.2.0-SNAPSHOT, 1.0.0, 1.0.0",
    "2.0.0, 1.0.0, 1.0.0, 1.0.0",
  })
  void noOtherVersionMayBreakAnything(
      String released, String project, String releasedContract, String contract) {
    Versions versions = new Versions(released, project, releasedContract, contract);

    assertThat(versions.complaint("kling4j", false, BREAKS)).isNotEmpty();
    assertThat(versions.complaint("kling4j-generated", true, BREAKS)).isNotEmpty();
  }

  @Test
  void nothingIsWrongWhereNothingBreaks() {
    Versions versions = new Versions("1.2.0", "1.2.0", "1.0.0", "1.0.0");

    assertThat(versions.complaint("kling4j", false, List.of())).isEmpty();
    assertThat(versions.complaint("kling4j-generated", true, List.of())).isEmpty();
  }

  @Test
  void theComplaintNamesTheJarTheVersionsAndEachElement() {
    Versions versions = new Versions("1.2.0", "1.3.0-SNAPSHOT", "1.4.0", "1.5.0");

    assertThat(versions.complaint("kling4j", false, BREAKS))
        .contains("kling4j 1.2.0", "1.3.0-SNAPSHOT", "needs to be 2.0.0")
        .contains("\n  p.A.m(): METHOD_REMOVED\n  p.B: CLASS_GONE\n")
        .doesNotContain("kling.yaml");
    assertThat(versions.complaint("kling4j-generated", true, BREAKS))
        .contains("info.version in api-spec/kling.yaml move from 1.5.0 to 2.0.0");
  }

  @Test
  void aReleaseIsNotToldToMoveTheContract() {
    Versions versions = new Versions("1.2.0", "1.3.0", "1.4.0", "2.0.0");

    assertThat(versions.complaint("kling4j-generated", true, BREAKS)).doesNotContain("kling.yaml");
  }
}
