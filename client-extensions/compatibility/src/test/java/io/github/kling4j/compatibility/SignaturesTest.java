package io.github.kling4j.compatibility;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class SignaturesTest {
  private static final String SOURCE =
      """
      package p;
      public abstract class A<T extends Comparable<T>> extends Base implements Runnable {
        public static final String WORD = "a word";
        private final int secret = 7;
        private static final java.util.function.Supplier<String> LATER = () -> "said later";
        protected A(T first) throws java.io.IOException { System.out.println("done by hand"); }
        @Deprecated public T m(java.util.List<? super T> all) { return null; }
        abstract void hidden();
        public record Pair(int left, String right) {}
        public sealed interface Kind permits One {}
        public static final class One implements Kind {}
        private static class Own {}
        static class OfThePackage { public static class Within {} }
        class Inner { }
        public Object anonymous() { class Local {} return new Local() {}; }
      }
      class Base { public void inherited() {} }
      class Unused { public void u() {} }
      """;

  @TempDir Path folder;

  @Test
  void onlyVisibleClassesAndWhatTheyExtendAreThere() throws IOException {
    Signatures signatures = Signatures.of(Compiled.classes(folder, SOURCE), "1.2.3");

    assertThat(signatures.names())
        .containsExactly(
            "p/A$Kind.class", "p/A$One.class", "p/A$Pair.class", "p/A.class", "p/Base.class");
  }

  @Test
  void nothingOfWhatMembersDoIsThere() throws IOException {
    Path jar = folder.resolve("a.jar");
    Signatures.of(Compiled.classes(folder.resolve("a"), SOURCE, "-g"), "1.2.3").write(jar);

    assertThat(Files.readString(jar, StandardCharsets.ISO_8859_1))
        .contains("inherited", "Comparable", "java/io/IOException", "java/lang/Deprecated")
        .doesNotContain(
            "secret", "by hand", "said later", "hidden", "a word", "LineNumber", "LocalVariable");
  }

  @Test
  void theCompilerReadsThemAsItReadsTheClassesThemselves() throws IOException {
    Path jar = folder.resolve("a.jar");
    Signatures.of(Compiled.classes(folder.resolve("a"), SOURCE), "1.2.3").write(jar);
    String caller =
        """
        public class Caller extends p.A<String> {
          Caller() throws java.io.IOException { super("x"); }
          @Override public void run() { inherited(); String s = m(java.util.List.of()); }
          int left(Pair pair) { return pair.left() + WORD.length(); }
        }
        """;

    Path classes = Compiled.classes(folder.resolve("b"), caller, "-cp", jar.toString());

    assertThat(classes.resolve("Caller.class")).exists();
  }

  @Test
  void theSameClassesGiveTheSameBytesFromAFolderAndFromAJar() throws IOException {
    Path classes = Compiled.classes(folder.resolve("a"), SOURCE);
    Path first = folder.resolve("first.jar");
    Path second = folder.resolve("second.jar");
    Path third = folder.resolve("third.jar");

    Signatures.of(classes, "1.2.3").write(first);
    Signatures.of(Compiled.classes(folder.resolve("b"), SOURCE), "1.2.3").write(second);
    Signatures.of(first, "1.2.3").write(third);

    assertThat(second).hasSameBinaryContentAs(first);
    assertThat(third).hasSameBinaryContentAs(first);
  }

  @Test
  void theVersionIsReadAgain() throws IOException {
    Path jar = folder.resolve("a.jar");
    Signatures written = Signatures.of(Compiled.classes(folder.resolve("a"), SOURCE), "1.2.3");
    written.write(jar);

    Signatures read = Signatures.read(jar);

    assertThat(read.version()).isEqualTo("1.2.3");
    assertThat(read.names()).isEqualTo(written.names());
  }
}
