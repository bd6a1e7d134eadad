package io.github.kling4j.generated;

import com.fasterxml.jackson.databind.JsonNode;
import com.squareup.moshi.JsonAdapter;
import com.squareup.moshi.Moshi;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import okio.Buffer;
import okio.BufferedSource;

/** A schema of some document, and the class that was generated for it. */
record GeneratedModel(
    String document, String name, JsonNode root, JsonNode schema, JsonAdapter<Object> adapter) {

  /** Returns every schema of every document that became a class. */
  static List<GeneratedModel> all() {
    List<GeneratedModel> all = new ArrayList<>();
    add(all, "kling", Document.CONTRACT, io.github.kling4j.model.ModelJsonAdapterFactory.INSTANCE);
    add(
        all,
        "models",
        ofTests("models"),
        io.github.kling4j.documents.models.ModelJsonAdapterFactory.INSTANCE);
    add(
        all,
        "models31",
        ofTests("models31"),
        io.github.kling4j.documents.models31.ModelJsonAdapterFactory.INSTANCE);
    return all;
  }

  private static JsonNode ofTests(String name) {
    return Document.read(Project.DIR.resolve("src/test/openapi/" + name + ".yaml"));
  }

  private static void add(
      List<GeneratedModel> all, String document, JsonNode root, JsonAdapter.Factory factory) {
    Moshi moshi = new Moshi.Builder().add(factory).build();
    for (Map.Entry<String, JsonNode> schema : root.at("/components/schemas").properties()) {
      Class<Object> type = type(factory.getClass().getPackageName(), schema.getKey());
      if (type != null && factory.create(type, Set.of(), moshi) != null) {
        all.add(
            new GeneratedModel(
                document, schema.getKey(), root, schema.getValue(), moshi.adapter(type)));
      }
    }
  }

  @SuppressWarnings("unchecked")
  private static Class<Object> type(String inPackage, String schema) {
    String name =
        Arrays.stream(schema.split("[^A-Za-z0-9]+", -1))
            .filter(word -> !word.isEmpty())
            .map(word -> Character.toUpperCase(word.charAt(0)) + word.substring(1))
            .collect(Collectors.joining());
    try {
      return (Class<Object>) Class.forName(inPackage + '.' + name);
    } catch (ClassNotFoundException e) {
      return null; // A name for something that is no class, such as a list.
    }
  }

  Object read(String json) {
    return read(new Buffer().writeUtf8(json));
  }

  Object read(BufferedSource json) {
    try {
      return adapter.fromJson(json);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  String write(Object model) {
    return adapter.toJson(model);
  }

  /**
   * Calls every method that needs no argument, and {@code build()} on the builder: each returns, or
   * says that something which the document requires is missing.
   */
  static void callAll(Object model) {
    for (Method method : model.getClass().getMethods()) {
      boolean own = method.getDeclaringClass() == model.getClass();
      if (own && method.getParameterCount() == 0 && !Modifier.isStatic(method.getModifiers())) {
        Object result = call(model, method);
        if (method.getName().equals("toBuilder")) {
          callBuild(result, model);
        }
      }
    }
  }

  private static void callBuild(Object builder, Object model) {
    try {
      Object built = call(builder, builder.getClass().getMethod("build"));
      if (built != null && !built.equals(model)) {
        throw new AssertionError("Built again it is " + built + " and not " + model);
      }
    } catch (NoSuchMethodException e) {
      throw new LinkageError("A builder that does not build", e);
    }
  }

  /** Returns the result, or null where a required property is missing. */
  private static Object call(Object model, Method method) {
    try {
      return method.invoke(model);
    } catch (InvocationTargetException e) {
      if (e.getCause() instanceof IllegalStateException) {
        return null;
      }
      throw new AssertionError(method + " failed", e.getCause());
    } catch (IllegalAccessException e) {
      throw new LinkageError(method + " is not public", e);
    }
  }

  /** Returns the breaches of limits; of a set of values, which has no such method, none. */
  static List<?> violations(Object model) {
    try {
      return (List<?>) model.getClass().getMethod("violations").invoke(model);
    } catch (NoSuchMethodException e) {
      return List.of();
    } catch (ReflectiveOperationException e) {
      throw new LinkageError("violations() failed", e);
    }
  }

  @Override
  public String toString() {
    return document + ' ' + name;
  }
}
