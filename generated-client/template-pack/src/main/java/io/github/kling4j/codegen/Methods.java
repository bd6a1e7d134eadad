package io.github.kling4j.codegen;

import io.swagger.v3.oas.models.parameters.Parameter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Makes the methods of one operation: one for each way to send its body. */
final class Methods {
  private final OneOperation one;

  Methods(OneOperation one) {
    this.one = one;
  }

  void add() {
    List<Parameter> parameters = Described.parameters(one);
    Names.Scope arguments = new Names.Scope(false, List.of("query", "headers", "body"));
    PathParameters path = new PathParameters(one, parameters, arguments);
    QueryAndHeaders others = new QueryAndHeaders(one);
    Api.Argument query = others.query(parameters);
    Api.Argument headers = others.headers(parameters);
    Bodies bodies = new Bodies(one);
    List<Api.@Nullable Argument> ways = bodies.find(arguments);
    Answers.Answer answer = new Answers(one).find();
    String rawName = rawName(path);
    Map<String, String> signatures = new LinkedHashMap<>();
    for (Api.Argument body : ways) {
      String type = body == null ? "" : body.type();
      String other = signatures.putIfAbsent(type.replaceAll("<.*", ""), type);
      if (other != null) {
        warnOfTheSameSignature(type, other);
        continue;
      }
      List<Api.Argument> rest = new ArrayList<>();
      addIfThere(rest, body);
      addIfThere(rest, query);
      addIfThere(rest, headers);
      String contentType = body == null ? null : bodies.contentType(body);
      one.group.found.add(
          new Api.Method(
              rawName,
              doc(),
              joined(path.arguments(), rest),
              annotations(path.address(), body != null, answer, contentType),
              answer.type(),
              answer.asDocumented(),
              Boolean.TRUE.equals(one.operation.getDeprecated()),
              new Api.Direct(request(path, rest, answer, contentType), answer.reading()),
              conversion(path, rest, rawName)));
    }
  }

  /** A body of the same type is no loss; one of another type cannot be told from it by Java. */
  private void warnOfTheSameSignature(String type, String other) {
    if (!type.equals(other)) {
      one.warn("Java cannot tell a body of " + type + " from one of " + other + "; it is left out");
    }
  }

  /** Returns the name of what Retrofit implements: another where the types alone do not tell. */
  private String rawName(PathParameters path) {
    boolean same = types(path.arguments()).equals(types(path.typed()));
    return same && !path.arguments().equals(path.typed())
        ? one.group.methods.take(one.name + "Encoded", "_")
        : one.name;
  }

  private static List<String> types(List<Api.Argument> arguments) {
    return arguments.stream().map(Api.Argument::type).toList();
  }

  private Api.@Nullable Conversion conversion(
      PathParameters path, List<Api.Argument> rest, String rawName) {
    if (path.typed().equals(path.arguments())) {
      return null;
    }
    one.needsParameters();
    List<String> values = new ArrayList<>(path.values());
    rest.forEach(each -> values.add(each.name()));
    return new Api.Conversion(one.name, rawName, joined(path.typed(), rest), values);
  }

  private static List<Api.Argument> joined(List<Api.Argument> first, List<Api.Argument> second) {
    return Stream.concat(first.stream(), second.stream()).toList();
  }

  private static void addIfThere(List<Api.Argument> arguments, Api.@Nullable Argument argument) {
    if (argument != null) {
      arguments.add(argument);
    }
  }

  private List<String> doc() {
    String summary = one.operation.getSummary();
    String description = one.operation.getDescription();
    String text =
        summary == null || summary.isBlank()
            ? description
            : description == null || description.strip().equals(summary.strip())
                ? summary
                : summary + "\n\n" + description;
    return Javadoc.of(text, one.method + " " + one.path);
  }

  /** Returns the expression that makes the request without Retrofit. */
  private String request(
      PathParameters path,
      List<Api.Argument> arguments,
      Answers.Answer answer,
      @Nullable String contentType) {
    StringBuilder request = new StringBuilder("request");
    request
        .append(path.arguments().isEmpty() ? "(\"" : "To(\"")
        .append(one.method)
        .append("\", ")
        .append(path.expression())
        .append(')');
    headers(answer, contentType)
        .forEach(
            (name, value) ->
                request.append(".header(\"" + name + "\", " + Names.literal(value) + ')'));
    // The body comes first among the arguments, and is written last, for headers may tell its type.
    for (int i = arguments.size() - 1; i >= 0; i--) {
      request.append('.').append(part(arguments.get(i)));
    }
    return request.toString();
  }

  private static String part(Api.Argument argument) {
    String name = argument.name();
    if (!argument.annotation().startsWith("@Body")) {
      return name + '(' + name + ')';
    }
    String body = '(' + Names.literal(name) + ", ";
    return argument.literal() == null
        ? "body" + body + name + ')'
        : "json" + body + argument.literal() + ", " + name + ')';
  }

  private static Map<String, String> headers(Answers.Answer answer, @Nullable String contentType) {
    Map<String, String> headers = new LinkedHashMap<>();
    if (!answer.accept().isEmpty()) {
      headers.put("Accept", String.join(", ", answer.accept()));
    }
    if (contentType != null) {
      headers.put("Content-Type", contentType);
    }
    return headers;
  }

  private List<String> annotations(
      String address, boolean hasBody, Answers.Answer answer, @Nullable String contentType) {
    List<String> annotations = new ArrayList<>();
    String literal = Names.literal(address);
    boolean special =
        switch (one.method) {
          case TRACE -> true;
          case DELETE, OPTIONS -> hasBody;
          default -> false;
        };
    annotations.add(
        special
            ? "@HTTP(method = \""
                + one.method
                + "\", path = "
                + literal
                + ", hasBody = "
                + hasBody
                + ")"
            : "@" + one.method + '(' + literal + ')');
    Map<String, String> headers = headers(answer, contentType);
    if (!headers.isEmpty()) {
      annotations.add(
          headers.entrySet().stream()
              .map(each -> Names.literal(each.getKey() + ": " + each.getValue()))
              .collect(Collectors.joining(", ", "@Headers({", "})")));
    }
    if (answer.streaming()) {
      annotations.add("@Streaming");
    }
    if (answer.asDocumented()) {
      annotations.add("@AsDocumented");
    }
    return annotations;
  }
}
