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
    return new Api.Argument("@Body", name, "body", doc, false);
  }

  private Api.Item formItem(
      String name,
      Schema<?> schema,
      String owner,
      @Nullable Encoding encoding,
      boolean form,
      Names.Scope methods) {
    Type type = one.types.of(schema, owner + Names.type(name, ""));
    boolean many = type.kind() == Type.Kind.LIST && type.item().kind() == Type.Kind.BINARY;
    boolean file = !form && (many || type.kind() == Type.Kind.BINARY || isFile(schema, encoding));
    Schema<?> target = one.document.resolved(schema);
    String text =
        schema.getDescription() == null ? target.getDescription() : schema.getDescription();
    List<String> doc =
        new ArrayList<>(Javadoc.of(text, "The field `" + name.replace('`', '\'') + "`."));
    Models.addDefault(doc, text, target.getDefault());
    return new Api.Item(
        Names.literal(name),
        methods.take(Names.member(name), "_"),
        type.java(),
        doc,
        formStyle(type, encoding, form),
        file,
        many,
        Boolean.TRUE.equals(schema.getDeprecated()),
        file ? List.of() : one.models.overloads(type));
  }

  private boolean isFile(Schema<?> schema, @Nullable Encoding encoding) {
    Schema<?> target = one.document.resolved(schema);
    String contentType = encoding == null ? null : encoding.getContentType();
    boolean text =
        Document.types(target).contains("string") && target.getContentMediaType() != null;
    return text
        || (contentType != null
            && (contentType.startsWith("image/")
                || contentType.startsWith("video/")
                || contentType.startsWith("audio/")
                || contentType.startsWith("application/octet-stream")));
  }

  private String formStyle(Type type, @Nullable Encoding encoding, boolean form) {
    boolean object =
        type.kind() == Type.Kind.OBJECT
            || type.kind() == Type.Kind.MAP
            || type.kind() == Type.Kind.UNION;
    if (encoding != null
        && encoding.getContentType() != null
        && encoding.getContentType().contains("json")) {
      return "JSON";
    }
    if (encoding != null && encoding.getStyle() != null) {
      boolean explode =
          encoding.getExplode() == null
              ? encoding.getStyle().toString().equals("form")
              : encoding.getExplode();
      return Styles.of(encoding.getStyle().toString(), explode);
    }
    if (form) {
      return object ? "DEEP_OBJECT" : "FORM_EXPLODED";
    }
    boolean objects =
        type.kind() == Type.Kind.LIST
            && type.item().model() != null
            && type.item().kind() != Type.Kind.ENUM;
    return object ? "JSON" : objects ? "JSON_EXPLODED" : "FORM_EXPLODED";
  }
}
