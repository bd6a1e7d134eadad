package io.github.kling4j.generated;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class TokensTest {
  @Test
  void layoutAndImportsMakeNoDifference() {
    String one =
        """
        // Made by hand, and long.
        import a.B;
        /** Says what it is, and no more. */
        call(first, "a  b");
        """;
    String other =
        """
        // Made by hand,
        // and long.
        import a.B;
        import c.D;

        /**
         * Says what it is,
         * and no more.
         */
        call(
            first,
            "a  b");
        """;

    assertThat(Tokens.difference(one, other)).isEqualTo("");
  }

  @Test
  void aWordOrASpaceInsideATextMakesADifference() {
    assertThat(Tokens.difference("call(first);", "call(second);")).contains("first", "second");
    assertThat(Tokens.difference("call(\"a  b\");", "call(\"a b\");")).isNotEmpty();
    assertThat(Tokens.difference("call(first)", "call(first);")).isNotEmpty();
  }
}
