package io.github.kling4j.spec.drift;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.common.FlowStyle;
import org.snakeyaml.engine.v2.common.ScalarStyle;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.nodes.CollectionNode;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;
import tools.jackson.core.JsonPointer;

/** Where the parts of a YAML text stand in it. */
final class YamlPlaces {
  private static final Pattern BLANK_LINE = Pattern.compile("\n[ \t]*\r?\n");

  /**
   * The place of a value.
   *
   * @param node the value
   * @param parent the collection that holds it, absent for the root
   * @param index which of the collection's entries it is
   * @param inFlow whether it stands within brackets or braces
   */
  record Place(Node node, @Nullable CollectionNode<?> parent, int index, boolean inFlow) {
    /** Tells whether what is put into this collection stands within brackets or braces. */
    boolean isFlow() {
      return inFlow || isFlowStyle(node);
    }
  }

  private final String text;
  private final Node root;

  YamlPlaces(String text) {
    this.text = text;
    this.root =
        new Compose(LoadSettings.builder().setLabel("the text").build())
            .composeString(text)
            .orElseThrow(() -> new IllegalArgumentException("an empty YAML text"));
  }

  private static boolean isFlowStyle(Node node) {
    return node instanceof CollectionNode<?> collection
        && collection.getFlowStyle() == FlowStyle.FLOW;
  }

  static boolean isBlockCollection(Node node) {
    return node instanceof CollectionNode && !isFlowStyle(node);
  }

  static boolean isBlockScalar(Node node) {
    return node instanceof ScalarNode scalar
        && (scalar.getScalarStyle() == ScalarStyle.FOLDED
            || scalar.getScalarStyle() == ScalarStyle.LITERAL);
  }

  /** Finds the value that a pointer leads to. */
  Place find(JsonPointer pointer) {
    Place place = new Place(root, null, 0, false);
    for (JsonPointer rest = pointer; !rest.matches(); rest = rest.tail()) {
      int index = indexOf(place.node(), rest);
      if (index < 0) {
        throw new IllegalArgumentException("nothing at " + pointer);
      }
      CollectionNode<?> parent = (CollectionNode<?>) place.node();
      place = new Place(value(parent, index), parent, index, place.isFlow());
    }
    return place;
  }

  private static int indexOf(Node node, JsonPointer pointer) {
    if (node instanceof SequenceNode sequence) {
      int index = pointer.getMatchingIndex();
      return index < sequence.getValue().size() ? index : -1;
    }
    return node instanceof MappingNode mapping ? indexOf(mapping, pointer) : -1;
  }

  private static int indexOf(MappingNode mapping, JsonPointer pointer) {
    return keys(mapping).indexOf(pointer.getMatchingProperty());
  }

  static List<String> keys(MappingNode mapping) {
    return mapping.getValue().stream()
        .map(e -> e.getKeyNode() instanceof ScalarNode key ? key.getValue() : "")
        .toList();
  }

  static Node value(CollectionNode<?> collection, int index) {
    Object entry = collection.getValue().get(index);
    return entry instanceof NodeTuple tuple ? tuple.getValueNode() : (Node) entry;
  }

  /** Returns where an entry begins: at its key, at its dash, or at the value in brackets. */
  int start(CollectionNode<?> collection, int index) {
    if (collection.getValue().get(index) instanceof NodeTuple tuple) {
      return start(tuple.getKeyNode());
    }
    if (isFlowStyle(collection)) {
      return start(value(collection, index));
    }
    if (index == 0) {
      return start(collection);
    }
    int at = lineEnd(end(collection, index - 1));
    while (text.charAt(at) != '-') {
      at = text.charAt(at) == '#' ? lineEnd(at) : at + 1;
    }
    return at;
  }

  /** Returns where an entry's value may begin: behind the colon or the dash. */
  int afterMarker(CollectionNode<?> collection, int index) {
    if (collection.getValue().get(index) instanceof NodeTuple tuple) {
      return text.indexOf(':', end(tuple.getKeyNode())) + 1;
    }
    return start(collection, index) + 1;
  }

  int end(CollectionNode<?> collection, int index) {
    return end(value(collection, index));
  }

  int start(Node node) {
    return offset(node.getStartMark());
  }

  /** Returns the end of what belongs to a value, without comments and blank lines behind it. */
  int end(Node node) {
    if (isBlockCollection(node)) {
      CollectionNode<?> collection = (CollectionNode<?>) node;
      return end(collection, collection.getValue().size() - 1);
    }
    int end = offset(node.getEndMark());
    if (!isBlockScalar(node)) {
      return end;
    }
    int start = start(node);
    boolean keepsBlankLines = text.substring(start, lineEnd(start)).matches("[|>][1-9]?[+].*");
    int last = end;
    while (last > start && Character.isWhitespace(text.charAt(last - 1))) {
      last--;
      if (keepsBlankLines && text.charAt(last) == '\n') {
        break;
      }
    }
    return lineEnd(lineStart(last));
  }

  private int offset(Optional<Mark> mark) {
    return text.offsetByCodePoints(0, mark.orElseThrow().getIndex());
  }

  int column(int offset) {
    return offset - lineStart(offset);
  }

  int lineStart(int offset) {
    return text.lastIndexOf('\n', offset - 1) + 1;
  }

  /** Returns the end of a line, before the characters that break it. */
  int lineEnd(int offset) {
    int end = text.indexOf('\n', offset);
    if (end < 0) {
      return text.length();
    }
    return end > offset && text.charAt(end - 1) == '\r' ? end - 1 : end;
  }

  /** Returns the start of the line after that of an offset, or the end of the text. */
  int nextLine(int offset) {
    int end = text.indexOf('\n', offset);
    return end < 0 ? text.length() : end + 1;
  }

  /** Tells whether nothing but blanks stands before an offset in its line. */
  boolean isFirstInLine(int offset) {
    return text.substring(lineStart(offset), offset).isBlank();
  }

  /** Tells whether a line that begins at an offset is blank. */
  boolean isBlankLine(int offset) {
    return text.substring(offset, lineEnd(offset)).isBlank();
  }

  /** Tells whether the entries of a collection are set apart by blank lines, at one of them. */
  boolean isSetApart(CollectionNode<?> collection, int index) {
    int size = collection.getValue().size();
    int second = Math.max(1, index);
    return second < size
        && BLANK_LINE
            .matcher(text.substring(end(collection, second - 1), start(collection, second)))
            .find();
  }

  /** Returns the start of the first of the comment lines right above an entry, or of its line. */
  int startWithComments(CollectionNode<?> collection, int index) {
    int limit = index == 0 ? 0 : nextLine(end(collection, index - 1));
    int start = lineStart(start(collection, index));
    while (start > limit) {
      int above = lineStart(start - 1);
      if (!text.startsWith("#", firstInLine(above))) {
        break;
      }
      start = above;
    }
    return start;
  }

  private int firstInLine(int lineStart) {
    int at = lineStart;
    while (at < text.length() && (text.charAt(at) == ' ' || text.charAt(at) == '\t')) {
      at++;
    }
    return at;
  }

  /** Returns the end of the characters other than blanks that begin at an offset. */
  int afterWord(int offset) {
    int at = offset;
    while (at < text.length() && !Character.isWhitespace(text.charAt(at))) {
      at++;
    }
    return at;
  }

  /** Returns the comment at the end of a line with the blanks before it; empty if there is none. */
  String comment(int offset) {
    String rest = text.substring(offset, lineEnd(offset));
    return rest.strip().startsWith("#") ? rest.stripTrailing() : "";
  }
}
