package io.github.kling4j.codegen;

import io.swagger.v3.oas.models.media.Schema;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What comments say of schemas and properties. */
final class Descriptions {
  private Descriptions() {}

  static List<String> of(Schema<?> schema, String fallback) {
    String text = schema.getDescription() == null ? schema.getTitle() : schema.getDescription();
    List<String> doc = Javadoc.of(text, fallback);
    if (is(schema.getDeprecated())) {
      doc.addAll(List.of("", "<p>The document marks it as deprecated."));
    }
    return doc;
  }

  static String fallback(Types.Definition definition) {
    String name = definition.component() == null ? definition.name() : definition.component();
    return "The schema `" + name.replace('`', '\'') + "`.";
  }

  static boolean is(@Nullable Boolean flag) {
    return Boolean.TRUE.equals(flag);
  }

  static List<String> ofProperty(
      Schema<?> schema, Schema<?> target, String json, boolean readOnly, boolean writeOnly) {
    Schema<?> source = schema.getDescription() == null ? target : schema;
    String text = source.getDescription() == null ? source.getTitle() : source.getDescription();
    List<String> doc =
        new ArrayList<>(Javadoc.of(text, "The property `" + json.replace('`', '\'') + "`."));
    if (readOnly) {
      doc.addAll(List.of("", "<p>Only answers hold it."));
    }
    if (writeOnly) {
      doc.addAll(List.of("", "<p>Only requests hold it."));
    }
    Object server = schema.getDefault() == null ? target.getDefault() : schema.getDefault();
    addDefault(doc, text, server);
    return doc;
  }

  /**
   * A default is the server's business: it is told, unless the description does, and never sent.
   */
  static void addDefault(List<String> doc, @Nullable String text, @Nullable Object server) {
    boolean told = text != null && text.toLowerCase(Locale.ROOT).contains("default");
    String value = text(server);
    if (value != null && !told && value.length() < 80) {
      doc.add("");
      doc.add(
          "<p>The server's default is "
              + (value.isBlank() ? "\"" + value + '"' : Javadoc.code(value))
              + '.');
    }
  }

  /** As it stands in the document, or nearly so: the parser has made dates of dates. */
  static @Nullable String text(@Nullable Object value) {
    if (value instanceof Date date) {
      return LocalDate.ofInstant(date.toInstant(), ZoneId.systemDefault()).toString();
    }
    return value instanceof OffsetDateTime moment
        ? DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(moment)
        : value == null ? null : value.toString();
  }
}
