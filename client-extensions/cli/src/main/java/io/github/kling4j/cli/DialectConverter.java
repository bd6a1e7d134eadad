package io.github.kling4j.cli;

import io.github.kling4j.testkit.Dialect;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads {@code new-api}, {@code NEW_API} and the like. */
final class DialectConverter implements ITypeConverter<Dialect> {
  @Override
  public Dialect convert(String text) {
    String name = text.strip().toUpperCase(Locale.ROOT).replace('-', '_');
    for (Dialect dialect : Dialect.values()) {
      if (dialect.name().equals(name)) {
        return dialect;
      }
    }
    throw new TypeConversionException("'" + text + "' is not one of " + names());
  }

  static String nameOf(Dialect dialect) {
    return dialect.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  private static String names() {
    return Arrays.stream(Dialect.values())
        .map(DialectConverter::nameOf)
        .collect(Collectors.joining(", "));
  }
}
