package io.github.kling4j.codegen;

import io.swagger.v3.oas.models.PathItem;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.parameters.RequestBody;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The ways to send the body of one operation. */
final class Bodies {
  private final OneOperation one;
  private final Map<Api.Argument, String> contentTypes = new LinkedHashMap<>();

  Bodies(OneOperation one) {
    this.one = one;
  }

  /** Returns the media type that a body is sent with, or null where the body knows it itself. */
  @Nullable String contentType(Api.Argument body) {
    return contentTypes.get(body);
  }

  /** Returns the ways to send a body, the most typed first; null for no body at all. */
  List<Api.@Nullable Argument> find(Names.Scope names) {
    List<Api.@Nullable Argument> bodies = new ArrayList<>();
    RequestBody body = body();
    if (body == null || body.getContent() == null || body.getContent().isEmpty()) {
      bodies.add(null);
      return bodies;
    }
    if (one.method == PathItem.HttpMethod.GET || one.method == PathItem.HttpMethod.HEAD) {
      one.warn("OkHttp sends no body with " + one.method + "; the body is left out");
      bodies.add(null);
      return bodies;
    }
    String doc = Javadoc.line(body.getDescription(), "the body");
    for (MediaTypes kind : MediaTypes.values()) {
      body.getContent()
          .forEach(
              (mediaType, content) -> {
                MediaType each = content == null ? new MediaType() : content;
                if (kind == kind(mediaType, each)) {
                  bodies.add(argument(kind, mediaType, each, doc, names));
                }
              });
    }
    if (Boolean.FALSE.equals(body.getRequired())) {
      bodies.add(null);
    }
    return bodies;
  }

  /** JSON that is a file is sent like any other file. */
  private MediaTypes kind(String mediaType, MediaType content) {
    MediaTypes kind = MediaTypes.of(mediaType);
    return kind == MediaTypes.JSON && !one.document.isReadable(content.getSchema())
        ? MediaTypes.RAW
        : kind;
  }

  private Api.Argument argument(
      MediaTypes kind, String mediaType, MediaType content, String doc, Names.Scope names) {
    return switch (kind) {
      case JSON -> jsonBody(mediaType, content, doc, names);
      case FORM, MULTIPART -> new Forms(one).body(mediaType, content, kind == MediaTypes.FORM, doc);
      case RAW -> new Api.Argument("@Body", "RequestBody", "body", doc);
    };
  }

  private @Nullable RequestBody body() {
    RequestBody body = one.operation.getRequestBody();
    RequestBody found = body == null ? null : one.references.body(body);
    if (body != null && found == null) {
      one.warn("the body " + body.get$ref() + " is nowhere in the document; it is left out");
    }
    return found;
  }

  private Api.Argument jsonBody(
      String mediaType, MediaType content, String doc, Names.Scope names) {
    Type type = one.types.of(content.getSchema(), one.hint + "Request");
    boolean asDocumented = one.asDocumented(type);
    String raw = type.model() == null ? "body" : type.java();
    String name = type.model() == null ? "body" : names.take(Names.member(raw), "_");
    String annotation = asDocumented ? "@Body @AsDocumented" : "@Body";
    Api.Argument argument =
        new Api.Argument(annotation, type.java(), name, doc, asDocumented, type.literal());
    contentTypes.put(argument, mediaType.contains("*") ? "application/json" : mediaType);
    return argument;
  }
}
