package io.github.kling4j.codegen;

import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.PathItem;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.tags.Tag;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Finds the document's operations and makes one interface of those that share a tag. */
final class Operations {
  private static final List<String> RESERVED_METHODS =
      List.of(
          "hashCode",
          "toString",
          "getClass",
          "notify",
          "notifyAll",
          "wait",
          "clone",
          "finalize",
          "equals");

  /** An interface in the making. */
  static final class Group {
    final String name;
    final List<String> doc;
    final Names.Scope methods = new Names.Scope(false, RESERVED_METHODS);
    final Names.Scope nested = new Names.Scope(true, List.of("Builder"));
    final List<Api.Method> found = new ArrayList<>();
    final List<Api.Bag> bags = new ArrayList<>();

    Group(String name, List<String> doc) {
      this.name = name;
      this.doc = doc;
    }
  }

  private final OpenAPI api;
  private final Sources sources;
  private final Consumer<String> warnings;
  private final Map<String, Group> groups = new TreeMap<>();
  private final Names.Scope apiNames =
      new Names.Scope(true, List.of("Contract", "DirectCall", "DirectCalls", "Parameters"));

  Operations(
      OpenAPI api, Document document, Types types, Models models, Consumer<String> warnings) {
    this.api = api;
    this.sources =
        new Sources(
            document, types, models, new References(api), new Uses(), new IdentityHashMap<>());
    this.warnings = warnings;
  }

  boolean usesParameters() {
    return sources.uses().parameters;
  }

  boolean usesQualifier() {
    return sources.uses().qualifier;
  }

  List<Api> find() {
    if (api.getPaths() != null) {
      api.getPaths().forEach(this::add);
    }
    return groups.values().stream()
        .map(
            group ->
                new Api(
                    group.name,
                    group.doc,
                    group.found.stream().sorted((a, b) -> a.name().compareTo(b.name())).toList(),
                    group.bags.stream().sorted((a, b) -> a.name().compareTo(b.name())).toList()))
        .sorted((a, b) -> a.name().compareTo(b.name()))
        .toList();
  }

  private void add(String path, @Nullable PathItem item) {
    if (item == null) {
      return;
    }
    PathItem found = sources.references().path(item);
    if (found == null) {
      warnings.accept("Path " + path + ": " + item.get$ref() + " is nowhere in the document");
      return;
    }
    found.readOperationsMap().forEach((method, operation) -> add(path, found, method, operation));
  }

  private void add(String path, PathItem item, PathItem.HttpMethod method, Operation operation) {
    List<String> tags = operation.getTags();
    Set<String> distinct =
        new LinkedHashSet<>(tags == null || tags.isEmpty() ? List.of("Default") : tags);
    Set<Group> done = new LinkedHashSet<>();
    for (String tag : distinct) {
      Group group = group(tag);
      if (done.add(group)) {
        Consumer<String> once = done.size() == 1 ? warnings : warning -> {};
        new Methods(new OneOperation(sources, group, path, item, method, operation, once)).add();
      }
    }
  }

  private Group group(String name) {
    Tag tag = described(name);
    boolean isNamed =
        tag.getExtensions() != null && tag.getExtensions().containsKey("x-class-name");
    String wanted = isNamed ? String.valueOf(tag.getExtensions().get("x-class-name")) : name;
    String key = Names.type(wanted, "Tag");
    return groups.computeIfAbsent(
        key.toLowerCase(Locale.ROOT),
        absent ->
            new Group(
                apiName(key),
                Javadoc.of(tag.getDescription(), "The operations of the tag " + name + ".")));
  }

  private Tag described(String name) {
    List<Tag> tags = api.getTags() == null ? List.of() : api.getTags();
    return tags.stream().filter(each -> name.equals(each.getName())).findFirst().orElse(new Tag());
  }

  /** Returns a name that is no model's, for models are imported by their simple names. */
  private String apiName(String key) {
    String name = apiNames.take(key + "Api", "");
    while (sources.types().isModel(name) || sources.types().isModel(name + "Calls")) {
      name = apiNames.take(name, "");
    }
    return name;
  }

  /**
   * What every operation is made with.
   *
   * @param choices the schemas of answers that are one of several; an operation of two tags has one
   */
  record Sources(
      Document document,
      Types types,
      Models models,
      References references,
      Uses uses,
      Map<Operation, Schema<?>> choices) {}

  /** What the methods need beside the models. */
  static final class Uses {
    boolean parameters;
    boolean qualifier;
  }
}
