package io.github.kling4j.spec.drift;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.CollectionNode;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonPointer;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/**
 * A YAML text that is edited in place: all that an edit does not name stays as it was, comments,
 * order, quotes and blank lines included. An edit gives a new text. Places are JSON pointers.
 *
 * <p>Each edit reads its own result, and is refused with an {@code IllegalStateException} if that
 * says anything but the old text with this one change.
 */
final class YamlText {
  private static final YAMLMapper YAML =
      YAMLMapper.builder()
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
          .build();

  private final String text;
  private final String lineBreak;
  private final JsonNode tree;
  private final YamlPlaces places;

  private YamlText(String text) {
    this.text = text;
    this.lineBreak = text.contains("\r\n") ? "\r\n" : "\n";
    this.tree = YAML.readTree(text);
    this.places = new YamlPlaces(text);
  }

  /**
   * Reads a text.
   *
   * @param text one YAML document
   * @return the text, ready to be edited
   * @throws IllegalArgumentException if it is none, or empty
   */
  static YamlText of(String text) {
    try {
      return new YamlText(text);
    } catch (YamlEngineException | JacksonException e) {
      throw new IllegalArgumentException("not readable as YAML: " + e.getMessage(), e);
    }
  }

  /**
   * Returns the text as it is now.
   *
   * @return the whole text
   */
  String text() {
    return text;
  }

  /** Returns what the text says. */
  JsonNode tree() {
    return tree;
  }

  /**
   * Tells whether there is a value, be it null.
   *
   * @param pointer where
   * @return whether the pointer leads to something
   */
  boolean has(String pointer) {
    return !tree.at(pointer).isMissingNode();
  }

  /**
   * Replaces a value. A key that its mapping hasn't is added at the end of the mapping. A comment
   * on the line of the value stays; what stood within a list or a mapping goes with it.
   *
   * @param pointer where
   * @param value the new value: a text, a number, a truth value, a list, a map or a tree
   * @return the text after the edit
   */
  YamlText set(String pointer, @Nullable Object value) {
    JsonPointer at = JsonPointer.compile(pointer);
    JsonNode wanted = YamlValue.tree(value);
    if (!has(pointer)) {
      return add(TreeEdits.parent(at).toString(), TreeEdits.key(at), wanted, null);
    }
    if (TreeEdits.same(tree.at(at), wanted)) {
      return this;
    }
    YamlPlaces.Place place = places.find(at);
    CollectionNode<?> parent = place.parent();
    if (parent == null) {
      throw new IllegalArgumentException("the whole text can't be replaced");
    }
    JsonNode expected = TreeEdits.set(tree, at, wanted);
    if (place.inFlow()) {
      int start = places.start(place.node());
      return edit(start, places.end(place.node()), YamlValue.flow(wanted), expected);
    }
    int from = places.afterMarker(parent, place.index());
    int column = places.column(places.start(parent, place.index()));
    String written =
        parent instanceof MappingNode
            ? YamlValue.afterKey(TreeEdits.key(at), wanted, column, isListOnOneLine(place))
            : YamlValue.afterDash(wanted, column);
    int to = places.lineEnd(places.end(place.node()));
    return edit(from, to, withComment(written, commentOf(place, from)), expected);
  }

  private boolean isListOnOneLine(YamlPlaces.Place place) {
    return place.isFlow()
        && place.node() instanceof SequenceNode sequence
        && !sequence.getValue().isEmpty();
  }

  /** Returns the comments that stand beside a value: behind its key, and behind itself. */
  private String commentOf(YamlPlaces.Place place, int afterMarker) {
    int start = places.start(place.node());
    if (YamlPlaces.isBlockScalar(place.node())) {
      return places.comment(places.afterWord(start));
    }
    String behindKey = start > places.lineEnd(afterMarker) ? places.comment(afterMarker) : "";
    return YamlPlaces.isBlockCollection(place.node())
        ? behindKey
        : behindKey + places.comment(places.end(place.node()));
  }

  /** Puts a comment at the end of the first line, where it is none of a folded text's lines. */
  private static String withComment(String written, String comment) {
    int line = written.indexOf('\n');
    int at = line < 0 ? written.length() : line;
    return written.substring(0, at) + comment + written.substring(at);
  }

  /**
   * Adds a key to a mapping.
   *
   * @param mappingPointer the mapping
   * @param key a key that it hasn't
   * @param value the value
   * @param before the key before which it is put, above the comment of that; at the end if it is
   *     absent or the mapping hasn't it
   * @return the text after the edit
   */
  YamlText add(String mappingPointer, String key, @Nullable Object value, @Nullable String before) {
    JsonPointer at = JsonPointer.compile(mappingPointer);
    YamlPlaces.Place place = places.find(at);
    if (!(place.node() instanceof MappingNode mapping)) {
      throw new IllegalArgumentException("no mapping at " + mappingPointer);
    }
    if (tree.at(mappingPointer).has(key)) {
      throw new IllegalArgumentException(key + " is already at " + mappingPointer);
    }
    JsonNode wanted = YamlValue.tree(value);
    if (mapping.getValue().isEmpty()) {
      return set(mappingPointer, Map.of(key, wanted));
    }
    JsonNode expected = TreeEdits.add(tree, at, key, wanted, before);
    int index = before == null ? -1 : YamlPlaces.keys(mapping).indexOf(before);
    if (place.isFlow()) {
      return insertInFlow(mapping, index, YamlValue.flowEntry(key, wanted), expected);
    }
    int column = places.column(places.start(mapping, 0));
    return insert(mapping, index, YamlValue.entry(key, wanted, column), expected);
  }

  /**
   * Adds an item at the end of a sequence.
   *
   * @param sequencePointer the sequence
   * @param value the item
   * @return the text after the edit
   */
  YamlText append(String sequencePointer, @Nullable Object value) {
    JsonPointer at = JsonPointer.compile(sequencePointer);
    YamlPlaces.Place place = places.find(at);
    if (!(place.node() instanceof SequenceNode sequence)) {
      throw new IllegalArgumentException("no sequence at " + sequencePointer);
    }
    JsonNode wanted = YamlValue.tree(value);
    if (sequence.getValue().isEmpty()) {
      return set(sequencePointer, List.of(wanted));
    }
    JsonNode expected = TreeEdits.append(tree, at, wanted);
    if (place.isFlow()) {
      return insertInFlow(sequence, -1, YamlValue.flow(wanted), expected);
    }
    int column = places.column(places.start(sequence, 0));
    return insert(sequence, -1, YamlValue.item(wanted, column), expected);
  }

  private YamlText insertInFlow(
      CollectionNode<?> into, int before, String entry, JsonNode expected) {
    if (before >= 0) {
      int at = places.start(into, before);
      return edit(at, at, entry + ", ", expected);
    }
    int at = places.end(into, into.getValue().size() - 1);
    boolean fits = places.column(places.lineEnd(at)) + 2 + entry.length() <= YamlValue.WIDTH;
    int column = places.column(places.start(into, 0));
    return edit(at, at, (fits ? ", " : ",\n" + " ".repeat(column)) + entry, expected);
  }

  private YamlText insert(CollectionNode<?> into, int before, String entry, JsonNode expected) {
    String indent = " ".repeat(places.column(places.start(into, 0)));
    if (before < 0) {
      int last = into.getValue().size() - 1;
      int at = places.lineEnd(places.end(into, last));
      String gap = places.isSetApart(into, last) ? "\n" : "";
      return edit(at, at, gap + "\n" + indent + entry, expected);
    }
    int at = places.start(into, before);
    if (!places.isFirstInLine(at)) {
      return edit(at, at, entry + "\n" + indent, expected);
    }
    at = places.startWithComments(into, before);
    String gap = places.isSetApart(into, before) ? "\n" : "";
    return edit(at, at, indent + entry + "\n" + gap, expected);
  }

  /**
   * Removes a key with its value, or an item. A comment on its line goes with it; comments above it
   * stay. What loses its last entry becomes {@code {}} or {@code []}.
   *
   * @param pointer what to remove
   * @return the text after the edit
   */
  YamlText remove(String pointer) {
    JsonPointer at = JsonPointer.compile(pointer);
    YamlPlaces.Place place = places.find(at);
    CollectionNode<?> parent = place.parent();
    if (parent == null) {
      throw new IllegalArgumentException("the whole text can't be removed");
    }
    int size = parent.getValue().size();
    int index = place.index();
    if (size == 1) {
      return set(
          TreeEdits.parent(at).toString(), parent instanceof MappingNode ? Map.of() : List.of());
    }
    JsonNode expected = TreeEdits.remove(tree, at);
    int start = places.start(parent, index);
    if (place.inFlow()) {
      return index < size - 1
          ? edit(start, places.start(parent, index + 1), "", expected)
          : edit(places.end(parent, index - 1), places.end(parent, index), "", expected);
    }
    return removeLines(start, places.nextLine(places.end(parent, index)), expected);
  }

  private YamlText removeLines(int start, int next, JsonNode expected) {
    if (!places.isFirstInLine(start)) {
      int rest = next;
      while (Character.isWhitespace(text.charAt(rest))) {
        rest++;
      }
      return edit(start, rest, "", expected);
    }
    int from = places.lineStart(start);
    int to = next;
    boolean blankBefore = from == 0 || places.isBlankLine(places.lineStart(from - 1));
    if (blankBefore && to < text.length() && places.isBlankLine(to)) {
      to = places.nextLine(to);
    }
    while (to == text.length() && from > 0 && places.isBlankLine(places.lineStart(from - 1))) {
      from = places.lineStart(from - 1);
    }
    if (from > 0 && !text.endsWith("\n") && to == text.length()) {
      from = places.lineEnd(places.lineStart(from - 1));
    }
    return edit(from, to, "", expected);
  }

  private YamlText edit(int from, int to, String replacement, JsonNode expected) {
    String edited =
        text.substring(0, from) + replacement.replace("\n", lineBreak) + text.substring(to);
    YamlText result;
    try {
      result = new YamlText(edited);
    } catch (YamlEngineException | JacksonException e) {
      throw new IllegalStateException("an edit would break the text: " + e.getMessage(), e);
    }
    if (!TreeEdits.same(result.tree, expected)) {
      throw new IllegalStateException("an edit would change something else, too: " + replacement);
    }
    return result;
  }
}
