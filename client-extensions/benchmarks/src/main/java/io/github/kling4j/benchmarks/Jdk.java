package io.github.kling4j.benchmarks;

import java.io.IOException;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;

/**
 * A JDK that measured processes run on.
 *
 * @param home its folder
 */
public record Jdk(Path home) {
  /**
   * Returns the JDK that this process runs on.
   *
   * @return what {@code java.home} tells
   */
  public static Jdk current() {
    return new Jdk(Path.of(System.getProperty("java.home")));
  }

  /**
   * Returns the JDK in a folder.
   *
   * @param home the folder
   * @return the JDK
   * @throws IllegalArgumentException when there is none
   */
  public static Jdk in(String home) {
    Jdk jdk = new Jdk(Path.of(home));
    if (!Files.isExecutable(jdk.tool("java"))) {
      throw new IllegalArgumentException("there is no bin/java in " + home);
    }
    return jdk;
  }

  /**
   * Returns a program of the JDK.
   *
   * @param name for instance {@code java}
   * @return its path
   */
  public Path tool(String name) {
    return home.resolve("bin").resolve(name);
  }

  /**
   * Describes the JDK, by what the file {@code release} in it says.
   *
   * @return for instance {@code JDK 17.0.15+6 (Eclipse Adoptium)}
   */
  public String description() {
    Properties release = new Properties();
    try (Reader reader = Files.newBufferedReader(home.resolve("release"), StandardCharsets.UTF_8)) {
      release.load(reader);
    } catch (IOException e) {
      return "JDK of an unknown version";
    }
    return "JDK "
        + value(release, "JAVA_RUNTIME_VERSION")
        + " ("
        + value(release, "IMPLEMENTOR")
        + ")";
  }

  private static String value(Properties release, String name) {
    return release.getProperty(name, "unknown").replace("\"", "");
  }
}
