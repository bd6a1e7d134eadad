package io.github.kling4j.spec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

final class DemandTest {
  @ParameterizedTest
  @CsvSource({
    // released, now, the greatest demand that is met
    "1.2.3, 1.2.3, NONE",
    "1.2.3, 1.2.4, PATCH",
    "1.2.3, 1.3.0, MINOR",
    "1.2.3, 2.0.0, MAJOR",
    "1.2.3, 1.2.10, PATCH",
    "1.2.3, 1.10.0, MINOR",
    "1.9.9, 10.0.0, MAJOR",
    "1.2.3, 1.3.1, MINOR",
    "1.2.3, 2.1.7, MAJOR",
    "0.1.0, 0.2.0, MINOR",
    "0.1.0, 1.0.0, MAJOR",
    "1.0, 1.0.0, NONE",
    "1, 1.1, MINOR",
    "1.2.3, 2.0.0-SNAPSHOT, MAJOR",
    "1.2.3, 1.3.0-rc.1+build.5, MINOR",
    "1.2.3, 1.2.3+build.5, NONE",
    "2.0.0-rc.1, 2.0.0, MAJOR",
    "2.0.0-rc.1, 2.0.0-rc.2, MAJOR",
    "2.0.0-rc.9, 2.0.0-rc.10, MAJOR",
    "2.0.0-alpha, 2.0.0-alpha.1, MAJOR",
    "2.0.0-1, 2.0.0-alpha, MAJOR",
    "1.1.0-rc.1, 1.1.0, MINOR",
    "1.1.1-rc.1, 1.1.1, PATCH",
    "2.0.0-rc.1, 2.0.0-rc.1, NONE",
    "99999999999999999999.0.0, 100000000000000000000.0.0, MAJOR",
  })
  void aVersionThatMovedMeetsDemandsUpToItsOwnStep(String released, String now, Demand greatest) {
    for (Demand demand : Demand.values()) {
      assertThat(demand.metBy(released, now))
          .as("%s from %s to %s", demand, released, now)
          .isEqualTo(demand.compareTo(greatest) <= 0);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "1.2.3, 1.2.2",
    "1.2.3, 1.1.9",
    "2.0.0, 1.9.9",
    "2.0.0, 2.0.0-rc.1",
    "2.0.0-rc.2, 2.0.0-rc.1",
    "2.0.0-alpha.1, 2.0.0-alpha",
    "2.0.0-alpha, 2.0.0-1",
  })
  void aVersionThatMovedBackMeetsNoDemand(String released, String now) {
    for (Demand demand : Demand.values()) {
      assertThat(demand.metBy(released, now)).as(demand.name()).isFalse();
    }
  }

  @ParameterizedTest
  @CsvSource({
    "1.2.3, NONE, 1.2.3",
    "1.2.3, PATCH, 1.2.4",
    "1.2.3, MINOR, 1.3.0",
    "1.2.3, MAJOR, 2.0.0",
    "1.2, PATCH, 1.2.1",
    "1.2.3+build, MINOR, 1.3.0",
    "2.0.0-rc.1, MAJOR, 2.0.0",
    "1.1.0-rc.1, MINOR, 1.1.0",
    "1.1.0-rc.1, PATCH, 1.1.0",
    "1.1.0-rc.1, MAJOR, 2.0.0",
    "1.1.1-rc.1, MINOR, 1.2.0",
  })
  void theNextVersionIsTheSmallestThatMeetsTheDemand(String released, Demand demand, String next) {
    assertThat(demand.next(released)).isEqualTo(next);
    assertThat(demand.metBy(released, next)).isTrue();
  }

  @ParameterizedTest
  @EnumSource
  void theGreaterDemandCounts(Demand demand) {
    assertThat(demand.max(Demand.NONE)).isEqualTo(demand);
    assertThat(Demand.NONE.max(demand)).isEqualTo(demand);
    assertThat(demand.max(Demand.MAJOR)).isEqualTo(Demand.MAJOR);
    assertThat(Demand.MAJOR.max(demand)).isEqualTo(Demand.MAJOR);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "v1.0.0", "1.0.0.0", "1.x", "1.0.0-", "1.0.0-a..b", "-1", "latest"})
  void textThatIsNoVersionIsRefusedAndNamed(String text) {
    assertThatThrownBy(() -> Demand.NONE.metBy("1.0.0", text))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(text);
    assertThatThrownBy(() -> Demand.MAJOR.next(text))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(text);
  }
}
