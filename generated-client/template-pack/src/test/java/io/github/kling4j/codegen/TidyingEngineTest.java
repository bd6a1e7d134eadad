package io.github.kling4j.codegen;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class TidyingEngineTest {
  @Test
  void onlyTheImportsThatAreUsedStayInOrder() {
    assertThat(
            TidyingEngine.tidy(
                """
                // Head.

                package a;

                import b.Used;
                import a.Linked;
                import b.InComment;
                import b.InText;
                import b.Unused;


                /** {@link Linked} and {@code InComment}. */
                class C {

                  Used used = "InText \\" Unused"; // Unused


                  /* Unused */

                }


                """))
        .isEqualTo(
            """
            // Head.

            package a;

            import a.Linked;
            import b.Used;

            /** {@link Linked} and {@code InComment}. */
            class C {
              Used used = "InText \\" Unused"; // Unused

              /* Unused */
            }
            """);
  }

  @Test
  void aLongLiteralIsNoTrouble() {
    String source =
        "\npackage a;\n\nclass C {\n  String s = \"" + "\\\\x".repeat(20_000) + "\";\n}\n";

    assertThat(TidyingEngine.tidy(source)).contains("class C");
  }
}
