package io.github.kling4j.spec;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;

/** The contracts of this project. */
final class Contracts {
  private Contracts() {}

  /** Reads the contract as it stands now. */
  static Contract current() {
    return read("kling.yaml");
  }

  /** Reads the contract of the last release. */
  static Contract released() {
    return read("released/kling.yaml");
  }

  private static Contract read(String name) {
    try {
      return Contract.read(Path.of(System.getProperty("basedir", ".")).resolve(name));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
