package io.github.kling4j.cli;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** A property of the request that is sent under its name in JSON, as it was written. */
record Property(String name, @Nullable Object value) {

  /** Reads {@code NAME=VALUE}. */
  static final class Converter implements ITypeConverter<Property> {
    @Override
    public Property convert(String text) {
      int equals = text.indexOf('=');
      if (equals <= 0) {
        throw new TypeConversionException(
            "'" + text + "' is not NAME=VALUE, as sound=on or watermark_info={\"enabled\":true}");
      }
      return new Property(
          text.substring(0, equals).strip(), JsonValue.parse(text.substring(equals + 1)));
    }
  }
}
