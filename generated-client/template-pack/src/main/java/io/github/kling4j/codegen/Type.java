package io.github.kling4j.codegen;

import org.jspecify.annotations.Nullable;

/**
 * How a schema stands in Java.
 *
 * @param java the type as it is written in a source file
 * @param item of a list its items, of a map its values
 * @param model of a class that is generated, its name
 */
record Type(
    Kind kind,
    String java,
    @Nullable Type item,
    @Nullable String model,
    boolean nullable,
    Rules rules) {

  enum Kind {
    ANY("Object", "Shape.ANY"),
    TEXT("String", "Shape.STRING"),
    FLAG("Boolean", "Shape.BOOLEAN"),
    INTEGER("Integer", "Shape.INTEGER"),
    LONG("Long", "Shape.LONG"),
    DOUBLE("Double", "Shape.DOUBLE"),
    DECIMAL("BigDecimal", "Formats.DECIMAL"),
    DECIMAL_TEXT("BigDecimal", "Formats.DECIMAL_TEXT"),
    DATE("LocalDate", "Formats.DATE"),
    DATE_TIME("OffsetDateTime", "Formats.DATE_TIME"),
    UUID("UUID", "Formats.UUID"),
    BYTES("ByteString", "Formats.BYTES"),
    BINARY("String", "Shape.STRING"),
    OBJECT("", ""),
    UNION("", ""),
    ENUM("", ""),
    LIST("", ""),
    MAP("", "");

    private final String java;
    private final String shape;

    Kind(String java, String shape) {
      this.java = java;
      this.shape = shape;
    }
  }

  static final Type ANY = of(Kind.ANY, Rules.NONE);

  static Type of(Kind kind, Rules rules) {
    return new Type(kind, kind.java, null, null, false, rules);
  }

  static Type list(Type each, Rules rules) {
    Type item = element(each);
    return new Type(Kind.LIST, "List<" + item.asArgument() + '>', item, null, false, rules);
  }

  static Type map(Type each, Rules rules) {
    Type value = element(each);
    return new Type(Kind.MAP, "Map<String, " + value.asArgument() + '>', value, null, false, rules);
  }

  /** What may be anything may be null, too; unlike a property, an element cannot be left out. */
  private static Type element(Type type) {
    return type.orNull(type.kind == Kind.ANY);
  }

  static Type model(Kind kind, String name) {
    return new Type(kind, name, null, name, false, Rules.NONE);
  }

  Type orNull(boolean alsoNull) {
    return alsoNull && !nullable ? new Type(kind, java, item, model, true, rules) : this;
  }

  Type with(Rules more) {
    return new Type(kind, java, item, model, nullable, more.or(rules));
  }

  private String asArgument() {
    return nullable ? "@Nullable " + java : java;
  }

  boolean isContainer() {
    return kind == Kind.LIST || kind == Kind.MAP;
  }

  /** Returns the type without what generics lose at run time. */
  String erasure() {
    return switch (kind) {
      case LIST -> "List";
      case MAP -> "Map";
      default -> java;
    };
  }

  /** Returns the expression of the type at run time. */
  String literal() {
    return switch (kind) {
      case LIST -> parameterized("List.class", "");
      case MAP -> parameterized("Map.class", "String.class, ");
      default -> java + ".class";
    };
  }

  private String parameterized(String raw, String key) {
    return "Types.newParameterizedType(" + raw + ", " + key + item().literal() + ')';
  }

  /** Returns the expression of the adapter for this type; {@code moshi} is at hand. */
  String shape() {
    return switch (kind) {
      case LIST -> "Shape.list(" + item().itemShape() + ')';
      case MAP -> "Shape.map(" + item().itemShape() + ')';
      case OBJECT, UNION, ENUM -> "Shape.of(moshi, \"" + java + "\")";
      default -> kind.shape;
    };
  }

  private String itemShape() {
    return nullable ? "Shape.orNull(" + shape() + ')' : shape();
  }

  @Override
  public Type item() {
    return item == null ? ANY : item;
  }

  /** Returns the expression of an unmodifiable copy of a value that is not null. */
  String copy(String value) {
    if (isContainer() && item().isContainer()) {
      return "AdditionalProperties.frozen(" + value + ')';
    }
    return switch (kind) {
      case LIST -> "Collections.unmodifiableList(new ArrayList<>(" + value + "))";
      case MAP -> "Collections.unmodifiableMap(new LinkedHashMap<>(" + value + "))";
      default -> value;
    };
  }

  /**
   * Returns the statements that look for violations in a value that is not null.
   *
   * @param at the expression of the value's JSON path
   * @return the statements, empty where there is nothing to look for
   */
  String check(String value, String at) {
    return check(value, at, 1);
  }

  private String check(String value, String at, int depth) {
    String path = "at" + depth;
    String each = "each" + depth;
    StringBuilder code = new StringBuilder();
    switch (kind) {
      case OBJECT, UNION -> code.append(value + ".violations(" + at + ", found);");
      case ENUM -> {
        String known = value + ".known() != " + java + ".Known.UNRECOGNIZED";
        code.append(
            "Limits.known(found, "
                + at
                + ", "
                + value
                + ", "
                + known
                + ", "
                + java
                + ".values());");
      }
      case LIST -> {
        code.append(rules.forItems(value, at));
        String inner = item().check(each, path, depth + 1);
        if (!inner.isEmpty()) {
          code.append(each("Limits.each", value, at, path, each, inner));
        }
      }
      case MAP -> {
        code.append(rules.forMembers(value, at));
        String inner = item().check(each, path, depth + 1);
        if (!inner.isEmpty()) {
          code.append(each("Limits.eachMember", value, at, path, each, inner));
        }
      }
      case TEXT -> code.append(rules.forText(value, at));
      case INTEGER, LONG, DOUBLE, DECIMAL -> code.append(rules.forNumber(value, at));
      default -> {}
    }
    if (rules.constant() != null && !isContainer() && kind != Kind.ANY) {
      code.append("Limits.constant(found, " + at + ", " + value + ", " + rules.constant() + ");");
    }
    return code.toString();
  }

  private static String each(
      String call, String value, String at, String path, String each, String inner) {
    boolean one = inner.indexOf(';') == inner.length() - 1;
    String body = one ? inner.substring(0, inner.length() - 1) : "{ " + inner + " }";
    return call + '(' + value + ", " + at + ", (" + path + ", " + each + ") -> " + body + ");";
  }
}
