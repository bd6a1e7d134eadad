package io.github.kling4j.codegen;

import static org.assertj.core.api.Assertions.assertThat;

import com.squareup.moshi.Moshi;
import java.io.File;
import java.io.IOException;
import java.io.StringWriter;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.CodeSource;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import kotlin.Unit;
import okhttp3.OkHttpClient;
import okio.Buffer;
import org.jspecify.annotations.Nullable;
import retrofit2.Retrofit;

/** Compiles generated sources as strictly as the build does, against what a user gets. */
public final class Compiler {
  private Compiler() {}

  /** Compiles every source below a folder, without a single warning, and loads the classes. */
  public static URLClassLoader compile(Path sources, Path output) throws IOException {
    return compile(sourcesBelow(sources), output, List.of());
  }

  /** Compiles sources likewise, where classes that they use have been compiled before. */
  public static URLClassLoader compile(List<Path> sources, Path output, List<Path> before)
      throws IOException {
    JavaCompiler javac = ToolProvider.getSystemJavaCompiler();
    StringWriter messages = new StringWriter();
    try (StandardJavaFileManager files = javac.getStandardFileManager(null, null, null)) {
      boolean compiled =
          javac
              .getTask(
                  messages,
                  files,
                  null,
                  List.of(
                      "--release",
                      "17",
                      "-Xlint:all",
                      "-Werror",
                      "-proc:none",
                      "-implicit:none",
                      "-cp",
                      classPath(before),
                      "-d",
                      output.toString()),
                  null,
                  files.getJavaFileObjectsFromPaths(sources))
              .call();
      assertThat(compiled).as(messages.toString()).isTrue();
    }
    return new URLClassLoader(
        Stream.concat(Stream.of(output), before.stream()).map(Compiler::url).toArray(URL[]::new),
        new WithoutGenerated());
  }

  private static List<Path> sourcesBelow(Path folder) throws IOException {
    try (Stream<Path> paths = Files.walk(folder)) {
      return paths.filter(path -> path.toString().endsWith(".java")).toList();
    }
  }

  static String classPath() {
    return classPath(List.of());
  }

  private static String classPath(List<Path> before) {
    Stream<String> jars =
        Stream.of(
                Moshi.class,
                Retrofit.class,
                OkHttpClient.class,
                Buffer.class,
                Nullable.class,
                Unit.class)
            .map(type -> path(type.getProtectionDomain().getCodeSource()));
    return Stream.concat(before.stream().map(Path::toString), jars)
        .collect(Collectors.joining(File.pathSeparator));
  }

  private static String path(CodeSource source) {
    return new File(source.getLocation().getPath()).getPath();
  }

  private static URL url(Path path) {
    try {
      return path.toUri().toURL();
    } catch (MalformedURLException e) {
      throw new IllegalArgumentException(e);
    }
  }

  /** Hides this build's own classes, so that those compiled here are found. */
  private static final class WithoutGenerated extends ClassLoader {
    WithoutGenerated() {
      super(Compiler.class.getClassLoader());
    }

    @Override
    protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
      if (name.startsWith("io.github.kling4j.")) {
        throw new ClassNotFoundException(name);
      }
      return super.loadClass(name, resolve);
    }
  }
}
