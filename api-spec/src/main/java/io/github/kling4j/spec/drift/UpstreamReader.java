package io.github.kling4j.spec.drift;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** Reads what upstream publishes, whichever form it has. */
final class UpstreamReader {
  private static final YAMLMapper YAML =
      YAMLMapper.builder().enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS).build();

  private static final Pattern IS_OPENAPI =
      Pattern.compile("^\\s*[\"']?(openapi|swagger)[\"']?\\s*:", Pattern.MULTILINE);
  private static final Pattern JSON_OPENAPI = Pattern.compile("^\\s*\\{\\s*\"(openapi|swagger)\"");

  /** Documentation sites publish a page in Markdown, with the document in a fenced block. */
  private static final Pattern FENCED =
      Pattern.compile("^```[a-z]*\\s*\\n(.*?)^```", Pattern.MULTILINE | Pattern.DOTALL);

  private UpstreamReader() {}

  /**
   * Reads {@code text}.
   *
   * @param text a relay's page, or an OpenAPI document in YAML or JSON
   * @param source who publishes it, or null to find that out
   * @throws NotUnderstoodException if it is neither
   */
  static Upstream read(String text, @Nullable String source) throws NotUnderstoodException {
    String page = text.replace("\uFEFF", "").replace("\r\n", "\n").replace('\r', '\n');
    if (page.isBlank()) {
      throw new NotUnderstoodException("The page is empty.");
    }
    if (page.stripLeading().startsWith("<")) {
      throw new NotUnderstoodException(
          "The page is HTML. Give the text of the page, or its export as an OpenAPI document.");
    }
    Matcher fenced = FENCED.matcher(page);
    while (fenced.find()) {
      if (IS_OPENAPI.matcher(fenced.group(1)).find()) {
        return openApi(fenced.group(1), source);
      }
    }
    if (JSON_OPENAPI.matcher(page).find() || startsAsOpenApi(page)) {
      return openApi(page, source);
    }
    List<String> notes = new ArrayList<>();
    ObjectNode document = new RelayPageReader(notes).read(page);
    Prose.addTo(document);
    return new Upstream(document, source == null ? "relay" : source, false, notes);
  }

  private static boolean startsAsOpenApi(String page) {
    if (page.stripLeading().startsWith("{")) {
      try {
        JsonNode root = LenientJson.read(page);
        return root.has("openapi") || root.has("swagger");
      } catch (JacksonException e) {
        return IS_OPENAPI.matcher(page).find();
      }
    }
    return Pattern.compile("^(openapi|swagger)\\s*:", Pattern.MULTILINE).matcher(page).find();
  }

  private static Upstream openApi(String text, @Nullable String source)
      throws NotUnderstoodException {
    JsonNode root;
    try {
      root = text.stripLeading().startsWith("{") ? LenientJson.read(text) : YAML.readTree(text);
    } catch (JacksonException e) {
      throw new NotUnderstoodException(
          "The OpenAPI document can't be read: " + LenientJson.reason(e));
    }
    if (root.has("swagger")) {
      throw new NotUnderstoodException(
          "The document is Swagger "
              + root.get("swagger").asString()
              + "; only OpenAPI 3.0 and 3.1 are read. Convert it first.");
    }
    if (!(root instanceof ObjectNode document) || !root.path("paths").isObject()) {
      throw new NotUnderstoodException("The OpenAPI document has no paths.");
    }
    if (!root.get("openapi").asString().startsWith("3.")) {
      throw new NotUnderstoodException(
          "The document is OpenAPI "
              + root.get("openapi").asString()
              + "; only 3.0 and 3.1 are read.");
    }
    for (JsonNode reference : root.findValues("$ref")) {
      if (reference.isString()
          && (!reference.asString().startsWith("#/")
              || root.at(reference.asString().substring(1)).isMissingNode())) {
        throw new NotUnderstoodException(
            "The OpenAPI document refers to "
                + reference.asString()
                + ", which is not in it. Give a document that is complete in itself.");
      }
    }
    Prose.addTo(document);
    return new Upstream(
        document, source == null ? sourceOf(root) : source, true, new ArrayList<>());
  }

  private static String sourceOf(JsonNode root) {
    for (JsonNode server : root.path("servers")) {
      if (server.path("url").asString("").contains("klingai.com")) {
        return "vendor";
      }
    }
    return "relay";
  }
}
