package io.github.kling4j.codegen;

import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.PathItem;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.Encoding;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.parameters.Parameter;
import io.swagger.v3.oas.models.parameters.RequestBody;
import io.swagger.v3.oas.models.responses.ApiResponse;
import io.swagger.v3.oas.models.responses.ApiResponses;
import io.swagger.v3.oas.models.tags.Tag;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Makes of the document's operations what the templates need to write the interfaces. */
final class Operations {
  private static final Pattern PLACEHOLDER = Pattern.compile("\\{([^{}/]+)\\}");
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
  private static final List<String> RESERVED_BAG_METHODS =
      List.of(
          "hashCode",
          "toString",
          "getClass",
          "notify",
          "notifyAll",
          "wait",
          "clone",
          "finalize",
          "equals",
          "builder",
          "build",
          "parameter",
          "part");

  /** One interface. */
  record Api(String name, List<String> doc, List<Method> methods, List<Bag> bags) {}

  /** One method of an interface. */
  record Method(
      String name,
      List<String> doc,
      List<Argument> arguments,
      List<String> annotations,
      String returns,
      boolean asDocumented,
      boolean deprecated,
      @Nullable Conversion conversion) {}

  /** An argument of a method. */
  record Argument(String annotation, String type, String name, String doc, boolean asDocumented) {}

  /** The form of a method that takes typed path parameters and hands them on as text. */
  record Conversion(List<Argument> arguments, List<String> values) {}

  /** A class that holds the parameters of one operation that travel in one place. */
  record Bag(
      String name,
      String operation,
      boolean query,
      boolean headers,
      boolean form,
      boolean multipart,
      List<Item> items,
      List<String> required) {
    boolean body() {
      return form || multipart;
    }

    boolean hasRequired() {
      return !required.isEmpty();
    }

    String what() {
      return query ? "query parameters" : headers ? "header parameters" : form ? "form" : "parts";
    }
  }

  /** One parameter in a bag. */
  record Item(
      String json,
      String name,
      String type,
      List<String> doc,
      String style,
      boolean file,
      boolean many,
      boolean deprecated,
      List<Models.Overload> overloads) {}

  private final OpenAPI api;
  private final Document document;
  private final Types types;
  private final Models models;
  private final Consumer<String> warnings;
  private final Map<String, Group> groups = new TreeMap<>();
  private final Names.Scope apiNames = new Names.Scope(true, List.of("Contract", "Parameters"));
  private boolean usesParameters;
  private boolean usesQualifier;

  private static final class Group {
    final String name;
    final List<String> doc;
    final Names.Scope methods = new Names.Scope(false, RESERVED_METHODS);
    final Names.Scope nested = new Names.Scope(true, List.of("Builder"));
    final List<Method> found = new ArrayList<>();
    final List<Bag> bags = new ArrayList<>();

    Group(String name, List<String> doc) {
      this.name = name;
      this.doc = doc;
    }
  }

  Operations(
      OpenAPI api, Document document, Types types, Models models, Consumer<String> warnings) {
    this.api = api;
    this.document = document;
    this.types = types;
    this.models = models;
    this.warnings = warnings;
  }

  boolean usesParameters() {
    return usesParameters;
  }

  boolean usesQualifier() {
    return usesQualifier;
  }

  List<Api> find() {
    if (api.getPaths() != null) {
      api.getPaths()
          .forEach(
              (path, item) ->
                  item.readOperationsMap()
                      .forEach((method, operation) -> add(path, item, method, operation)));
    }
    return groups.values().stream()
        .map(
            group ->
                new Api(
                    group.name,
                    group.doc,
                    group.found.stream().sorted((a, b) -> a.name.compareTo(b.name)).toList(),
                    group.bags.stream().sorted((a, b) -> a.name.compareTo(b.name)).toList()))
        .sorted((a, b) -> a.name().compareTo(b.name()))
        .toList();
  }

  private void add(String path, PathItem item, PathItem.HttpMethod method, Operation operation) {
    List<String> tags = operation.getTags();
    Set<String> distinct =
        new LinkedHashSet<>(tags == null || tags.isEmpty() ? List.of("Default") : tags);
    Set<Group> done = new LinkedHashSet<>();
    for (String tag : distinct) {
      Group group = group(tag);
      if (done.add(group)) {
        new One(group, path, item, method, operation, done.size() == 1).add();
      }
    }
  }

  private Group group(String tag) {
    String key = Names.type(tag, "Tag");
    return groups.computeIfAbsent(
        key.toLowerCase(Locale.ROOT),
        absent -> new Group(apiNames.take(key + "Api", ""), tagDoc(tag)));
  }

  private List<String> tagDoc(String tag) {
    String description = null;
    if (api.getTags() != null) {
      for (Tag each : api.getTags()) {
        if (tag.equals(each.getName())) {
          description = each.getDescription();
        }
      }
    }
    return Javadoc.of(description, "The operations of the tag " + tag + ".");
  }

  /** Works on one operation in one interface. */
  private final class One {
    private final Group group;
    private final String path;
    private final PathItem item;
    private final PathItem.HttpMethod method;
    private final Operation operation;
    private final boolean loud;
    private final String name;
    private final String hint;
    private final String label;

    One(
        Group group,
        String path,
        PathItem item,
        PathItem.HttpMethod method,
        Operation operation,
        boolean loud) {
      this.group = group;
      this.path = path;
      this.item = item;
      this.method = method;
      this.operation = operation;
      this.loud = loud;
      String id = operation.getOperationId();
      String raw =
          id == null || id.isBlank()
              ? method.name().toLowerCase(Locale.ROOT) + ' ' + path.replaceAll("[{}]", " by ")
              : id;
      this.name = group.methods.take(Names.member(raw), "_");
      this.hint = Names.type(raw, "Operation");
      this.label = (id == null ? "" : id + ", ") + method + ' ' + path;
    }

    private void warn(String what) {
      if (loud) {
        warnings.accept("Operation " + label + ": " + what);
      }
    }

    void add() {
      List<Parameter> parameters = parameters();
      List<Argument> path = new ArrayList<>();
      List<Argument> typed = new ArrayList<>();
      List<String> values = new ArrayList<>();
      Names.Scope arguments = new Names.Scope(false, List.of("query", "headers", "body"));
      String address = address(parameters, path, typed, values, arguments);
      Argument query = bag(parameters, "query", "Query");
      Argument headers = bag(parameters, "header", "Headers");
      List<@Nullable Argument> bodies = bodies(arguments);
      Answer answer = answer();
      Set<String> signatures = new LinkedHashSet<>();
      for (Argument body : bodies) {
        if (!signatures.add(body == null ? "" : body.type.replaceAll("<.*", ""))) {
          continue;
        }
        String contentType = body == null ? null : contentTypes.get(body);
        List<Argument> rest = new ArrayList<>();
        addIfThere(rest, body);
        addIfThere(rest, query);
        addIfThere(rest, headers);
        List<Argument> all = new ArrayList<>(path);
        all.addAll(rest);
        Conversion conversion = null;
        if (!typed.equals(path)) {
          List<Argument> from = new ArrayList<>(typed);
          from.addAll(rest);
          List<String> handed = new ArrayList<>(values);
          rest.forEach(each -> handed.add(each.name));
          conversion = new Conversion(from, handed);
          usesParameters = true;
        }
        group.found.add(
            new Method(
                name,
                doc(),
                all,
                annotations(address, body != null, answer, contentType),
                answer.type,
                answer.asDocumented,
                Boolean.TRUE.equals(operation.getDeprecated()),
                conversion));
      }
    }

    private static void addIfThere(List<Argument> arguments, @Nullable Argument argument) {
      if (argument != null) {
        arguments.add(argument);
      }
    }

    private List<String> doc() {
      String summary = operation.getSummary();
      String description = operation.getDescription();
      String text =
          summary == null || summary.isBlank()
              ? description
              : description == null || description.strip().equals(summary.strip())
                  ? summary
                  : summary + "\n\n" + description;
      return Javadoc.of(text, method + " " + path);
    }

    // Parameters

    private List<Parameter> parameters() {
      Map<String, Parameter> parameters = new LinkedHashMap<>();
      for (List<Parameter> list : listOf(item.getParameters(), operation.getParameters())) {
        for (Parameter each : list) {
          Parameter parameter = resolve(each);
          if (parameter == null) {
            warn("the parameter " + each.get$ref() + " is nowhere in the document; it is left out");
          } else if (parameter.getName() != null && parameter.getIn() != null) {
            parameters.put(parameter.getIn() + ' ' + parameter.getName(), parameter);
          }
        }
      }
      for (Parameter each : parameters.values()) {
        switch (each.getIn()) {
          case "path", "query", "header" -> {}
          case "cookie" ->
              warn(
                  "Retrofit has no cookie parameters; "
                      + each.getName()
                      + " is left out: send it from a CookieJar or an interceptor");
          default ->
              warn("a parameter in " + each.getIn() + ", " + each.getName() + ", is left out");
        }
      }
      return new ArrayList<>(parameters.values());
    }

    private @Nullable Parameter resolve(Parameter parameter) {
      Parameter each = parameter;
      for (int i = 0; i < 8 && each.get$ref() != null; i++) {
        String name = each.get$ref().substring(each.get$ref().lastIndexOf('/') + 1);
        Map<String, Parameter> components =
            api.getComponents() == null ? null : api.getComponents().getParameters();
        if (components == null || components.get(name) == null) {
          return null;
        }
        each = components.get(name);
      }
      return each;
    }

    private String address(
        List<Parameter> parameters,
        List<Argument> path,
        List<Argument> typed,
        List<String> values,
        Names.Scope names) {
      Names.Scope placeholders = new Names.Scope(false, List.of());
      Map<String, String> renamed = new LinkedHashMap<>();
      Matcher matcher = PLACEHOLDER.matcher(this.path);
      StringBuilder address = new StringBuilder();
      while (matcher.find()) {
        String raw = matcher.group(1);
        String placeholder =
            renamed.computeIfAbsent(
                raw,
                key ->
                    placeholders.take(
                        key.matches("[a-zA-Z][a-zA-Z0-9_-]*")
                            ? key
                            : "p_" + key.replaceAll("[^a-zA-Z0-9_-]", "_"),
                        ""));
        matcher.appendReplacement(address, Matcher.quoteReplacement('{' + placeholder + '}'));
      }
      matcher.appendTail(address);
      for (Map.Entry<String, String> each : renamed.entrySet()) {
        Parameter parameter =
            parameters.stream()
                .filter(one -> "path".equals(one.getIn()) && each.getKey().equals(one.getName()))
                .findFirst()
                .orElse(null);
        if (parameter == null) {
          warn(
              "the path parameter " + each.getKey() + " is not described; it is taken as a string");
        }
        pathArgument(each.getKey(), each.getValue(), parameter, path, typed, values, names);
      }
      for (Parameter each : parameters) {
        if ("path".equals(each.getIn()) && !renamed.containsKey(each.getName())) {
          warn("the path has no place for the parameter " + each.getName() + "; it is left out");
        }
      }
      return relative(address.toString());
    }

    private String relative(String address) {
      int fragment = address.indexOf('#');
      if (fragment >= 0) {
        warn("the fragment of the path is never sent");
      }
      String relative = fragment < 0 ? address : address.substring(0, fragment);
      while (relative.startsWith("/")) {
        relative = relative.substring(1);
      }
      String first = relative.split("[/?]", 2)[0];
      return relative.isEmpty() || relative.startsWith("?") || first.contains(":")
          ? "./" + relative
          : relative;
    }

    private void pathArgument(
        String raw,
        String placeholder,
        @Nullable Parameter parameter,
        List<Argument> path,
        List<Argument> typed,
        List<String> values,
        Names.Scope names) {
      Schema<?> schema = parameter == null ? null : schema(parameter);
      Type type =
          schema == null
              ? Type.of(Type.Kind.TEXT, Rules.NONE)
              : types.of(schema, hint + Names.type(raw, ""));
      String name = names.take(Names.member(raw), "_");
      String doc =
          Javadoc.line(
              parameter == null ? null : parameter.getDescription(),
              "the parameter " + Javadoc.escaped(raw));
      String style =
          parameter == null || parameter.getStyle() == null
              ? "simple"
              : parameter.getStyle().toString();
      boolean json =
          parameter != null && parameter.getSchema() == null && parameter.getContent() != null;
      boolean plain =
          !json
              && style.equals("simple")
              && switch (type.kind()) {
                case TEXT, INTEGER, LONG, FLAG, ENUM, UUID, DATE -> true;
                default -> false;
              };
      String literal = Names.literal(placeholder);
      if (plain) {
        Argument argument = new Argument("@Path(" + literal + ')', type.java(), name, doc, false);
        path.add(argument);
        typed.add(argument);
        values.add(name);
        return;
      }
      String annotation = "@Path(value = " + literal + ", encoded = true)";
      path.add(
          new Argument(
              annotation, "String", name, doc + " As it stands in the address, encoded.", false));
      typed.add(new Argument("", type.java(), name, doc, false));
      boolean explode = parameter != null && Boolean.TRUE.equals(parameter.getExplode());
      String constant =
          json ? "JSON" : style.toUpperCase(Locale.ROOT) + (explode ? "_EXPLODED" : "");
      values.add(
          "Parameters.path("
              + Names.literal(raw)
              + ", "
              + name
              + ", Parameters.Style."
              + constant
              + ')');
    }

    private @Nullable Schema<?> schema(Parameter parameter) {
      if (parameter.getSchema() != null) {
        return parameter.getSchema();
      }
      Content content = parameter.getContent();
      return content == null || content.isEmpty()
          ? null
          : content.values().iterator().next().getSchema();
    }

    private @Nullable Argument bag(List<Parameter> parameters, String in, String suffix) {
      List<Parameter> inside = parameters.stream().filter(each -> in.equals(each.getIn())).toList();
      if (in.equals("header")) {
        inside = inside.stream().filter(this::isOwnHeader).toList();
      }
      if (inside.isEmpty()) {
        return null;
      }
      Names.Scope methods = new Names.Scope(false, RESERVED_BAG_METHODS);
      List<Item> items = new ArrayList<>();
      List<String> required = new ArrayList<>();
      for (Parameter each : inside) {
        String json = Names.literal(each.getName());
        Schema<?> schema = schema(each);
        Type type = types.of(schema, hint + Names.type(each.getName(), ""));
        List<String> doc =
            new ArrayList<>(
                Javadoc.of(each.getDescription(), "The parameter `" + each.getName() + "`."));
        if (schema != null) {
          Models.addDefault(doc, each.getDescription(), document.resolved(schema).getDefault());
        }
        items.add(
            new Item(
                json,
                methods.take(Names.member(each.getName()), "_"),
                type.java(),
                doc,
                style(each, in),
                false,
                false,
                Boolean.TRUE.equals(each.getDeprecated()),
                models.overloads(type)));
        if (Boolean.TRUE.equals(each.getRequired())) {
          required.add(json);
        }
      }
      boolean query = in.equals("query");
      String name = nested(suffix);
      group.bags.add(new Bag(name, this.name, query, !query, false, false, items, required));
      usesParameters = true;
      return new Argument(
          query ? "@QueryMap(encoded = true)" : "@HeaderMap",
          name,
          query ? "query" : "headers",
          query ? "what goes into the address" : "what goes into the headers",
          false);
    }

    private boolean isOwnHeader(Parameter parameter) {
      boolean ignored =
          List.of("accept", "content-type", "authorization")
              .contains(parameter.getName().toLowerCase(Locale.ROOT));
      if (ignored) {
        warn(
            "OpenAPI ignores a header parameter named " + parameter.getName() + "; it is left out");
      }
      return !ignored;
    }

    private String nested(String suffix) {
      String name = group.nested.take(hint + suffix, "");
      while (types.isModel(name)) {
        name = group.nested.take(name + "Of" + group.name, "");
      }
      return name;
    }

    private String style(Parameter parameter, String in) {
      if (parameter.getSchema() == null && parameter.getContent() != null) {
        return "JSON";
      }
      if (in.equals("header")) {
        return Boolean.TRUE.equals(parameter.getExplode()) ? "SIMPLE_EXPLODED" : "SIMPLE";
      }
      String style = parameter.getStyle() == null ? "form" : parameter.getStyle().toString();
      boolean explode =
          parameter.getExplode() == null ? style.equals("form") : parameter.getExplode();
      boolean reserved = Boolean.TRUE.equals(parameter.getAllowReserved());
      String constant = style(style, explode);
      if (reserved && constant.startsWith("FORM")) {
        return constant + "_RESERVED";
      }
      if (reserved) {
        warn(
            "reserved characters of "
                + parameter.getName()
                + " are encoded: its style knows no other way");
      }
      return constant;
    }

    private String style(String style, boolean explode) {
      return switch (style) {
        case "spaceDelimited" -> explode ? "FORM_EXPLODED" : "SPACE_DELIMITED";
        case "pipeDelimited" -> explode ? "FORM_EXPLODED" : "PIPE_DELIMITED";
        case "deepObject" -> "DEEP_OBJECT";
        default -> explode ? "FORM_EXPLODED" : "FORM";
      };
    }

    // Bodies

    private final Map<Argument, String> contentTypes = new LinkedHashMap<>();

    /** The ways to send a body; null for no body at all. */
    private List<@Nullable Argument> bodies(Names.Scope names) {
      List<@Nullable Argument> bodies = new ArrayList<>();
      RequestBody body = body(operation.getRequestBody());
      if (body == null || body.getContent() == null || body.getContent().isEmpty()) {
        bodies.add(null);
        return bodies;
      }
      boolean allowed = method != PathItem.HttpMethod.GET && method != PathItem.HttpMethod.HEAD;
      if (!allowed) {
        warn("OkHttp sends no body with " + method + "; the body is left out");
        bodies.add(null);
        return bodies;
      }
      String doc = Javadoc.line(body.getDescription(), "the body");
      boolean raw = false;
      boolean json = false;
      for (String preference : List.of("json", "form", "multipart", "raw")) {
        for (Map.Entry<String, MediaType> each : body.getContent().entrySet()) {
          String mediaType = each.getKey();
          if (!preference.equals(group(mediaType))) {
            continue;
          }
          MediaType content = each.getValue() == null ? new MediaType() : each.getValue();
          if (preference.equals("raw") || (preference.equals("json") && !readable(content))) {
            raw = true;
          } else if (preference.equals("json")) {
            if (!json) {
              bodies.add(jsonBody(mediaType, content, doc, names));
            }
            json = true;
          } else {
            bodies.add(bagBody(mediaType, content, doc, preference.equals("form")));
          }
        }
      }
      if (raw) {
        bodies.add(new Argument("@Body", "RequestBody", "body", doc, false));
      }
      if (Boolean.FALSE.equals(body.getRequired())) {
        bodies.add(null);
      }
      return bodies;
    }

    private @Nullable RequestBody body(@Nullable RequestBody body) {
      RequestBody each = body;
      for (int i = 0; i < 8 && each != null && each.get$ref() != null; i++) {
        String name = each.get$ref().substring(each.get$ref().lastIndexOf('/') + 1);
        Map<String, RequestBody> components =
            api.getComponents() == null ? null : api.getComponents().getRequestBodies();
        each = components == null ? null : components.get(name);
        if (each == null) {
          warn("the body " + name + " is nowhere in the document; it is left out");
        }
      }
      return each;
    }

    private Argument jsonBody(String mediaType, MediaType content, String doc, Names.Scope names) {
      Type type = types.of(content.getSchema(), hint + "Request");
      boolean asDocumented = asDocumented(type);
      String raw = type.model() == null ? "body" : type.java();
      String name = type.model() == null ? "body" : names.take(Names.member(raw), "_");
      String annotation = asDocumented ? "@Body @AsDocumented" : "@Body";
      Argument argument = new Argument(annotation, type.java(), name, doc, asDocumented);
      contentTypes.put(argument, mediaType.contains("*") ? "application/json" : mediaType);
      return argument;
    }

    private boolean asDocumented(Type type) {
      boolean needed = type.model() == null && type.kind() != Type.Kind.TEXT;
      usesQualifier |= needed;
      return needed;
    }

    private Argument bagBody(String mediaType, MediaType content, String doc, boolean form) {
      Schema<?> schema = content.getSchema();
      Names.Scope methods = new Names.Scope(false, RESERVED_BAG_METHODS);
      List<Item> items = new ArrayList<>();
      List<String> required = new ArrayList<>();
      if (schema != null) {
        Document.Members members = document.members(schema);
        members.properties.forEach(
            (name, member) -> {
              Types.Definition declaring = types.ofComponent(member.component());
              String owner = declaring == null ? hint : declaring.name();
              Encoding encoding =
                  content.getEncoding() == null ? null : content.getEncoding().get(name);
              items.add(formItem(name, member.schema(), owner, encoding, form, methods));
              boolean readOnly =
                  Boolean.TRUE.equals(document.resolved(member.schema()).getReadOnly());
              if (members.required.contains(name) && !readOnly) {
                required.add(Names.literal(name));
              }
            });
        if (items.isEmpty() && members.additional == null) {
          warn("the " + mediaType + " body names no fields; they are set by name");
        }
      }
      String name = nested(form ? "Form" : "Parts");
      group.bags.add(new Bag(name, this.name, false, false, form, !form, items, required));
      usesParameters = true;
      return new Argument("@Body", name, "body", doc, false);
    }

    private Item formItem(
        String name,
        Schema<?> schema,
        String owner,
        @Nullable Encoding encoding,
        boolean form,
        Names.Scope methods) {
      Type type = types.of(schema, owner + Names.type(name, ""));
      boolean many = type.kind() == Type.Kind.LIST && type.item().kind() == Type.Kind.BINARY;
      boolean file = !form && (many || type.kind() == Type.Kind.BINARY || isFile(schema, encoding));
      Schema<?> target = document.resolved(schema);
      String text =
          schema.getDescription() == null ? target.getDescription() : schema.getDescription();
      List<String> doc =
          new ArrayList<>(Javadoc.of(text, "The field `" + name.replace('`', '\'') + "`."));
      Models.addDefault(doc, text, target.getDefault());
      return new Item(
          Names.literal(name),
          methods.take(Names.member(name), "_"),
          type.java(),
          doc,
          formStyle(type, encoding, form),
          file,
          many,
          Boolean.TRUE.equals(schema.getDeprecated()),
          file ? List.of() : models.overloads(type));
    }

    private boolean isFile(Schema<?> schema, @Nullable Encoding encoding) {
      Schema<?> target = document.resolved(schema);
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
        return style(encoding.getStyle().toString(), explode);
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

    // Answers

    private record Answer(
        String type, boolean asDocumented, List<String> accept, boolean streaming) {}

    private Answer answer() {
      if (method == PathItem.HttpMethod.HEAD) {
        return new Answer("Void", false, List.of(), false);
      }
      Map<String, ApiResponse> successes = successes();
      List<Schema<?>> schemas = new ArrayList<>();
      Set<String> json = new LinkedHashSet<>();
      Set<String> raw = new LinkedHashSet<>();
      for (ApiResponse response : successes.values()) {
        collect(response.getContent(), schemas, json, raw);
      }
      if (!json.isEmpty() && !schemas.isEmpty()) {
        json.addAll(problems());
        return typed(schemas, List.copyOf(json));
      }
      if (!raw.isEmpty() || !json.isEmpty()) {
        raw.addAll(json);
        return new Answer("ResponseBody", false, List.copyOf(raw), json.isEmpty());
      }
      return new Answer("Void", false, List.of(), false);
    }

    private void collect(
        @Nullable Content content, List<Schema<?>> schemas, Set<String> json, Set<String> raw) {
      if (content == null) {
        return;
      }
      boolean found = false;
      for (Map.Entry<String, MediaType> each : content.entrySet()) {
        boolean readable = each.getValue() != null && readable(each.getValue());
        if ("json".equals(group(each.getKey()))) {
          json.add(each.getKey());
          if (readable && !found) {
            schemas.add(each.getValue().getSchema());
            found = true;
          }
        } else {
          raw.add(each.getKey());
        }
      }
    }

    private Answer typed(List<Schema<?>> schemas, List<String> accept) {
      Map<String, Schema<?>> distinct = new LinkedHashMap<>();
      for (Schema<?> each : schemas) {
        distinct.putIfAbsent(
            each.get$ref() == null ? "inline " + distinct.size() : each.get$ref(), each);
      }
      Schema<?> schema = distinct.values().iterator().next();
      if (distinct.size() > 1) {
        Schema<?> either = new Schema<>();
        distinct.values().forEach(either::addOneOfItem);
        either.setDescription("One of the answers of `" + name + "`.");
        schema = either;
      }
      Type type = types.of(schema, hint + "Response");
      if (type.kind() == Type.Kind.ANY) {
        return new Answer("ResponseBody", false, accept, false);
      }
      return new Answer(type.java(), asDocumented(type), accept, false);
    }

    private Map<String, ApiResponse> successes() {
      Map<String, ApiResponse> successes = new LinkedHashMap<>();
      ApiResponses responses = operation.getResponses();
      if (responses != null) {
        responses.forEach(
            (code, response) -> {
              if (code.startsWith("2")) {
                addResponse(successes, code, response);
              }
            });
        if (successes.isEmpty() && responses.get("default") != null) {
          addResponse(successes, "default", responses.get("default"));
        }
      }
      return successes;
    }

    private void addResponse(
        Map<String, ApiResponse> successes, String code, ApiResponse response) {
      ApiResponse each = resolve(response);
      if (each != null) {
        successes.put(code, each);
      }
    }

    private @Nullable ApiResponse resolve(ApiResponse response) {
      ApiResponse each = response;
      for (int i = 0; i < 8 && each != null && each.get$ref() != null; i++) {
        String name = each.get$ref().substring(each.get$ref().lastIndexOf('/') + 1);
        Map<String, ApiResponse> components =
            api.getComponents() == null ? null : api.getComponents().getResponses();
        each = components == null ? null : components.get(name);
      }
      return each;
    }

    /** The media types of errors that are JSON: a server may insist on them. */
    private Set<String> problems() {
      Set<String> problems = new LinkedHashSet<>();
      if (operation.getResponses() != null) {
        operation
            .getResponses()
            .forEach(
                (code, response) -> {
                  ApiResponse each = resolve(response);
                  if (each != null && each.getContent() != null) {
                    each.getContent().keySet().stream()
                        .filter(type -> "json".equals(group(type)) && !type.contains("*"))
                        .forEach(problems::add);
                  }
                });
      }
      return problems;
    }

    private static String group(String mediaType) {
      String type = mediaType.toLowerCase(Locale.ROOT).replaceAll("\\s*;.*", "").strip();
      if (type.endsWith("/json")
          || type.endsWith("+json")
          || type.equals("*/*")
          || type.equals("application/*")) {
        return "json";
      }
      return switch (type) {
        case "application/x-www-form-urlencoded" -> "form";
        case "multipart/form-data" -> "multipart";
        default -> "raw";
      };
    }

    /** Tells whether a body can be read into a type: it has a schema, and that is no file. */
    private boolean readable(MediaType content) {
      Schema<?> schema = content.getSchema();
      if (schema == null) {
        return false;
      }
      Schema<?> target = document.resolved(schema);
      return !"binary".equals(target.getFormat()) && target.getBooleanSchemaValue() == null;
    }

    // Annotations

    private List<String> annotations(
        String address, boolean hasBody, Answer answer, @Nullable String contentType) {
      List<String> annotations = new ArrayList<>();
      String literal = Names.literal(address);
      boolean special =
          switch (method) {
            case TRACE -> true;
            case DELETE, OPTIONS -> hasBody;
            default -> false;
          };
      annotations.add(
          special
              ? "@HTTP(method = \""
                  + method
                  + "\", path = "
                  + literal
                  + ", hasBody = "
                  + hasBody
                  + ")"
              : "@" + method + '(' + literal + ')');
      List<String> headers = new ArrayList<>();
      if (!answer.accept.isEmpty()) {
        headers.add(Names.literal("Accept: " + String.join(", ", answer.accept)));
      }
      if (contentType != null) {
        headers.add(Names.literal("Content-Type: " + contentType));
      }
      if (!headers.isEmpty()) {
        annotations.add("@Headers({" + String.join(", ", headers) + "})");
      }
      if (answer.streaming) {
        annotations.add("@Streaming");
      }
      if (answer.asDocumented) {
        annotations.add("@AsDocumented");
      }
      return annotations;
    }
  }

  private static List<List<Parameter>> listOf(
      @Nullable List<Parameter> one, @Nullable List<Parameter> other) {
    return List.of(one == null ? List.of() : one, other == null ? List.of() : other);
  }
}
