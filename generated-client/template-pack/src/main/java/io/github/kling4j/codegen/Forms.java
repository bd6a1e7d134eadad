package io.github.kling4j.codegen;

import io.swagger.v3.oas.models.media.Encoding;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.Schema;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The classes that hold the fields of a form and the parts of a multipart body. */
final class Forms {
  private final OneOperation one;

  Forms(OneOperation one) {
    this.one = one;
  }

  Api.Argument body(String mediaType, MediaType content, boolean form, String doc) {
    Schema<?> schema = content.getSchema();
    Names.Scope methods = new Names.Scope(false, Styles.RESERVED_METHODS);
    List<Api.Item> items = new ArrayList<>();
    List<String> required = new ArrayList<>();
    if (schema != null) {
      Document.Members members = one.document.members(schema);
      members.properties.forEach(
          (name, member) -> {
            Types.Definition declaring = one.types.ofComponent(member.component());
            String owner = declaring == null ? one.hint : declaring.name();
            Encoding encoding =
                content.getEncoding() == null ? null : content.getEncoding().get(name);
            items.add(formItem(name, member.schema(), owner, encoding, form, methods));
            boolean readOnly =
                Boolean.TRUE.equals(one.document.resolved(member.schema()).getReadOnly());
            if (members.required.contains(name) && !readOnly) {
              required.add(Names.literal(name));
            }
          });
      if (items.isEmpty() && members.additional == null) {
        one.warn("the " + mediaType + " body names no fields; they are set by name");
      }
    }
    String name = one.nested(form ? "Form" : "Parts");
    one.group.bags.add(new Api.Bag(name, one.name, false, false, form, !form, items, required));
    one.needsParameters();
    return new Api.Argument("@Body", name, "body", doc);
  }

  private Api.Item formItem(
      String name,
      Schema<?> schema,
      String owner,
      @Nullable Encoding encoding,
      boolean form,
      Names.Scope methods) {
    Type type = one.types.of(schema, owner + Names.type(name, ""));
    String contentType = contentType(encoding);
    boolean file = !form && isFile(type, schema, contentType);
    return new Api.Item(
        Names.literal(name),
        methods.take(Names.member(name), "_"),
        type.java(),
        doc(name, schema),
        style(type, encoding, contentType, form),
        file,
        file && type.kind() == Type.Kind.LIST,
        form || file || contentType == null ? null : Names.literal(contentType),
        Boolean.TRUE.equals(schema.getDeprecated()),
        file ? List.of() : one.models.overloads(type));
  }

  private List<String> doc(String name, Schema<?> schema) {
    Schema<?> target = one.document.resolved(schema);
    String text =
        schema.getDescription() == null ? target.getDescription() : schema.getDescription();
    List<String> doc =
        new ArrayList<>(Javadoc.of(text, "The field `" + name.replace('`', '\'') + "`."));
    Descriptions.addDefault(doc, text, target.getDefault());
    return doc;
  }

  /** Returns the media type of a part, the first of several; one of a style has none. */
  private static @Nullable String contentType(@Nullable Encoding encoding) {
    if (encoding == null || isOtherStyle(encoding) || encoding.getContentType() == null) {
      return null;
    }
    String first = encoding.getContentType().split(",", 2)[0].strip();
    return switch (first) {
      case "", "*/*" -> null;
      case "application/*" -> "application/json";
      case "text/*" -> "text/plain";
      default -> first;
    };
  }

  /** Tells whether a style is asked for; the reader sets the style "form" where none is. */
  private static boolean hasStyle(Encoding encoding, boolean form) {
    return encoding.getStyle() != null
        && (isOtherStyle(encoding)
            || Boolean.FALSE.equals(encoding.getExplode())
            || (form && encoding.getContentType() == null));
  }

  private static boolean isOtherStyle(Encoding encoding) {
    return encoding.getStyle() != null && encoding.getStyle() != Encoding.StyleEnum.FORM;
  }

  /** Tells whether the caller has to bring the bytes, for no Java type is written so. */
  private boolean isFile(Type type, Schema<?> schema, @Nullable String contentType) {
    Type each = type.kind() == Type.Kind.LIST ? type.item() : type;
    if (each.kind() == Type.Kind.BINARY) {
      return true;
    }
    if (contentType == null) {
      Schema<?> target = one.document.resolved(schema);
      return Document.types(target).contains("string") && target.getContentMediaType() != null;
    }
    boolean text = contentType.startsWith("text/") && !isObject(each);
    return !text && MediaTypes.of(contentType) != MediaTypes.JSON;
  }

  private static String style(
      Type type, @Nullable Encoding encoding, @Nullable String contentType, boolean form) {
    if (contentType != null && MediaTypes.of(contentType) == MediaTypes.JSON) {
      return !form && type.kind() == Type.Kind.LIST ? "JSON_EXPLODED" : "JSON";
    }
    if (encoding != null && hasStyle(encoding, form)) {
      String style = encoding.getStyle().toString();
      boolean explode =
          encoding.getExplode() == null ? style.equals("form") : encoding.getExplode();
      return Styles.of(style, explode);
    }
    return "EACH";
  }

  private static boolean isObject(Type type) {
    return switch (type.kind()) {
      case OBJECT, MAP, UNION -> true;
      default -> false;
    };
  }
}
