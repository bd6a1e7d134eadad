package io.github.kling4j.compatibility;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** One small class before and after, in a package {@code p} of ours or in another. */
final class ApiChangesTest {
  @TempDir Path folder;

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          a method is gone | public class A { public void m() {} } | public class A {} | p.A.m(): METHOD_REMOVED
          a protected method | public class A { protected void m() {} } | public class A {} | p.A.m(): METHOD_REMOVED
          an inherited method | class S { public void m() {} } public class A extends S {} | class S {} public class A extends S {} | p.A inherited m(): METHOD_REMOVED_IN_SUPERCLASS
          another return type | public class A { public int m() { return 1; } } | public class A { public String m() { return ""; } } | p.A.m(): METHOD_RETURN_TYPE_CHANGED
          a narrower return type | public class A { public Object m() { return ""; } } | public class A { public String m() { return ""; } } | p.A.m(): METHOD_RETURN_TYPE_CHANGED
          another parameter | public class A { public void m(int i) {} } | public class A { public void m(long i) {} } | p.A.m(int): METHOD_REMOVED
          a list of others | public class A { public java.util.List<String> m() { return null; } } | public class A { public java.util.List<Long> m() { return null; } } | p.A.m(): METHOD_RETURN_TYPE_GENERICS_CHANGED
          a list of others taken | public class A { public void m(java.util.List<String> l) {} } | public class A { public void m(java.util.List<Long> l) {} } | p.A.m(java.util.List): METHOD_PARAMETER_GENERICS_CHANGED
          a checked exception | public class A { public void m() {} } | public class A { public void m() throws java.io.IOException {} } | p.A.m(): METHOD_NOW_THROWS_CHECKED_EXCEPTION
          less accessible | public class A { public void m() {} } | public class A { protected void m() {} } | p.A.m(): METHOD_LESS_ACCESSIBLE
          not accessible | public class A { public void m() {} } | public class A { void m() {} } | p.A.m(): METHOD_REMOVED
          static | public class A { public void m() {} } | public class A { public static void m() {} } | p.A.m(): METHOD_NOW_STATIC
          a method that may be overridden | public class A { public void m() {} } | public class A { public final void m() {} } | p.A.m(): METHOD_NOW_FINAL
          a class is gone | public class A {} class B {} | class B {} | p.A: CLASS_REMOVED
          a nested class | public class A { public static class N {} } | public class A {} | p.A$N: CLASS_REMOVED
          a class is hidden | public class A {} | class A {} | p.A: CLASS_REMOVED
          a class that may be extended | public class A {} | public final class A {} | p.A: CLASS_NOW_NOT_EXTENDABLE
          a constructor | public class A { public A() {} } | public class A { public A(int i) {} } | p.A.A(): CONSTRUCTOR_REMOVED
          a component of a record | public record A(int i) {} | public record A(int i, int j) {} | p.A.A(int): CONSTRUCTOR_REMOVED
          a constant | public enum A { X, Y } | public enum A { X } | p.A.Y: FIELD_REMOVED
          a field's type | public class A { public static final int F = 1; } | public class A { public static final long F = 1; } | p.A.F: FIELD_TYPE_CHANGED
          an interface | public abstract class A implements Runnable {} | public abstract class A {} | p.A implements java.lang.Runnable: INTERFACE_REMOVED
          what is thrown | public class A extends IllegalStateException {} | public class A extends RuntimeException {} | p.A extends java.lang.IllegalStateException: SUPERCLASS_REMOVED
          more to implement | public interface A { void m(); } | public interface A { void m(); void n(); } | p.A.n(): METHOD_ADDED_TO_INTERFACE
          more to extend | public abstract class A {} | public abstract class A { public abstract void n(); } | p.A.n(): METHOD_ABSTRACT_ADDED_TO_CLASS
          """)
  void whatCallersUsedAndIsNotThereIsABreak(String what, String before, String now, String line)
      throws IOException {
    assertThat(between("package p; " + before, "package p; " + now).breaks())
        .as(what)
        .contains(line);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          a method | public class A {} | public class A { public void m() {} }
          an overload | public class A { public void m() {} } | public class A { public void m() {} public void m(int i) {} }
          a class | public class A {} | public class A { public static class N {} }
          another constructor | public class A { public A() {} } | public class A { public A() {} public A(int i) {} }
          what a method does | public class A { public int m() { return 1; } } | public class A { public int m() { return 2; } }
          a parameter's name | public class A { public void m(int i) {} } | public class A { public void m(int j) {} }
          a private method | public class A { private void m() {} void n() {} } | public class A {}
          a hidden class | public class A {} class B { public void m() {} } | public class A {}
          in a hidden class | public class A {} class B { public static class N {} } | public class A {} class B {}
          a class within a method | public class A { public Object m() { return new Object() {}; } } | public class A { public Object m() { return null; } }
          deprecated | public class A { public void m() {} } | public class A { @Deprecated public void m() {} }
          a deprecated class | public class A {} | @Deprecated public class A {}
          a constant of an enum | public enum A { X } | public enum A { X, Y }
          a constant's value | public class A { public static final int F = 1; } | public class A { public static final int F = 2; }
          a default | public interface A { void m(); } | public interface A { void m(); default void n() {} }
          a static | public interface A { void m(); } | public interface A { void m(); static void n() {} }
          less thrown | public class A { public void m() throws IllegalStateException {} } | public class A { public void m() {} }
          moved up | class S {} public class A extends S { public void m() {} } | class S { public void m() {} } public class A extends S {}
          one more interface | public class A {} | public class A implements java.io.Serializable {}
          more for our own interface | public sealed interface A permits B {} final class B implements A {} | public sealed interface A permits B { void m(); } final class B implements A { public void m() {} }
          more for our own classes | public abstract class A { A() {} } | public abstract class A { A() {} public abstract void m(); }
          """)
  void whatIsNewOrHiddenIsNoBreak(String what, String before, String now) throws IOException {
    assertThat(between("package p; " + before, "package p; " + now).breaks()).as(what).isEmpty();
  }

  @Test
  void anotherOperationInARetrofitInterfaceIsNoBreak() throws IOException {
    String api = "package io.github.kling4j.api; public interface A { void m(); %s }";

    assertThat(between(api.formatted(""), api.formatted("void n();")).breaks()).isEmpty();
    assertThat(between(api.formatted("void n();"), api.formatted("")).breaks())
        .containsExactly("io.github.kling4j.api.A.n(): METHOD_REMOVED");
  }

  @Test
  void theReportTellsEachChange() throws IOException {
    ApiChanges changes =
        between(
            "package p; public class A { public void gone() {} }",
            "package p; public class A { public void come() {} }");

    assertThat(changes.summary()).isEqualTo("- p.A.gone(): METHOD_REMOVED\n");
    assertThat(changes.markdown()).contains("gone", "come", "p.A");
  }

  @Test
  void theReportSaysSoWhereNothingHasChanged() throws IOException {
    ApiChanges changes = between("package p; public class A {}", "package p; public class A {}");

    assertThat(changes.summary()).isEqualTo("No caller has to change anything.\n");
    assertThat(changes.markdown()).isEqualTo("Nothing has changed.\n");
  }

  private ApiChanges between(String before, String now) throws IOException {
    Path released = folder.resolve("released.jar");
    Path current = folder.resolve("now.jar");
    Signatures.of(Compiled.classes(folder.resolve("a"), before), "1.0.0").write(released);
    Signatures.of(Compiled.classes(folder.resolve("b"), now), "1.0.0").write(current);
    return ApiChanges.between(released, current, List.of(released), List.of(current));
  }
}
