package io.github.kling4j.codegen.drift;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.kling4j.spec.Contract;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Objects;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** What upstream says of an operation, as a tree that a test changes before it is written down. */
final class Upstream {
  private Upstream() {}

  /** Reads one of the YAML files of these tests. */
  static JsonNode read(String name) {
    try (InputStream in = Upstream.class.getResourceAsStream("/drift/" + name)) {
      return Contract.tree(new String(Objects.requireNonNull(in, name).readAllBytes(), UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** What a page says today, with a change. */
  static ObjectNode page(JsonNode change) {
    return (ObjectNode) merged(read("page.yaml"), change);
  }

  /** What an OpenAPI document says today, with a change. */
  static ObjectNode document(JsonNode change) {
    return (ObjectNode) merged(read("document.yaml"), change);
  }

  /** Merges as RFC 7396 says: objects member by member, all else as a whole, null removes. */
  static JsonNode merged(JsonNode target, JsonNode change) {
    return merged(target, change, false);
  }

  /** Merges likewise; where two changes are made one, what they remove has to stay in it. */
  static JsonNode merged(JsonNode target, JsonNode change, boolean nullStays) {
    if (!(change instanceof ObjectNode)) {
      return change;
    }
    ObjectNode result =
        target instanceof ObjectNode object
            ? object.deepCopy()
            : ((ObjectNode) change.deepCopy()).removeAll();
    change.forEachEntry(
        (name, value) -> {
          if (value.isNull() && !nullStays) {
            result.remove(name);
          } else {
            JsonNode old = result.get(name);
            result.set(name, merged(old == null ? value : old, value, nullStays));
          }
        });
    return result;
  }
}
