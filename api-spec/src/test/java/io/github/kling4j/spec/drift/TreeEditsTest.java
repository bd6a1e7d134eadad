package io.github.kling4j.spec.drift;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.kling4j.spec.Contract;
import org.junit.jupiter.api.Test;

/** What an edit may not change behind the back of its caller. */
final class TreeEditsTest {
  private static boolean same(String one, String other) {
    return TreeEdits.same(Contract.tree(one), Contract.tree(other));
  }

  @Test
  void theOrderOfKeysMatters() {
    assertThat(same("{a: 1, b: 1}", "{a: 1, b: 1}")).isTrue();
    assertThat(same("{a: 1, b: 1}", "{b: 1, a: 1}")).isFalse();
  }

  @Test
  void aNumberIsNoText() {
    assertThat(same("[5]", "[5.0]")).isTrue();
    assertThat(same("[5]", "['5']")).isFalse();
  }
}
