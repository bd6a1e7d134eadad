package io.github.kling4j.codegen;

import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.PathItem;
import io.swagger.v3.oas.models.media.Schema;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;

/** One operation in one interface: where it stands in the document, and its names in Java. */
final class OneOperation {
  final Operations.Group group;
  final String path;
  final PathItem item;
  final PathItem.HttpMethod method;
  final Operation operation;
  final Document document;
  final Types types;
  final Models models;
  final References references;

  /** The name of its methods. */
  final String name;

  /** The beginning of the names of the classes that are made for it. */
  final String hint;

  private final Map<Operation, Schema<?>> choices;
  private final Operations.Uses uses;
  private final Consumer<String> warnings;
  private final String label;

  OneOperation(
      Operations.Sources sources,
      Operations.Group group,
      String path,
      PathItem item,
      PathItem.HttpMethod method,
      Operation operation,
      Consumer<String> warnings) {
    this.group = group;
    this.path = path;
    this.item = item;
    this.method = method;
    this.operation = operation;
    this.document = sources.document();
    this.types = sources.types();
    this.models = sources.models();
    this.references = sources.references();
    this.uses = sources.uses();
    this.choices = sources.choices();
    this.warnings = warnings;
    String id = operation.getOperationId();
    String raw =
        id == null || id.isBlank()
            ? method.name().toLowerCase(Locale.ROOT) + ' ' + path.replace("{", " by ")
            : id;
    this.name = group.methods.take(Names.member(raw), "_");
    this.hint = Names.type(raw, "Operation");
    this.label = (id == null ? "" : id + ", ") + method + ' ' + path;
  }

  void warn(String what) {
    warnings.accept("Operation " + label + ": " + what);
  }

  /** Returns a free name of a class inside the interface. */
  String nested(String suffix) {
    String free = group.nested.take(hint + suffix, "");
    while (types.isModel(free)) {
      free = group.nested.take(free + "Of" + group.name, "");
    }
    return free;
  }

  /** Returns the schema of an answer that is one of several, the same for each of its tags. */
  Schema<?> choice(List<Schema<?>> schemas) {
    return choices.computeIfAbsent(
        operation,
        absent -> {
          Schema<?> choice = new Schema<>();
          schemas.forEach(choice::addOneOfItem);
          return choice.description("One of the answers of `" + name + "`.");
        });
  }

  void needsParameters() {
    uses.parameters = true;
  }

  /** Tells whether a body of a type needs the qualifier, which is then generated. */
  boolean asDocumented(Type type) {
    boolean needed = type.model() == null && type.kind() != Type.Kind.TEXT;
    uses.qualifier |= needed;
    return needed;
  }
}
