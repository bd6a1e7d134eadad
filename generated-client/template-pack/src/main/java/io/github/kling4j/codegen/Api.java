package io.github.kling4j.codegen;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** One interface, as its template wants it. */
record Api(String name, List<String> doc, List<Method> methods, List<Bag> bags) {
  /** One method of an interface. */
  record Method(
      String name,
      List<String> doc,
      List<Argument> arguments,
      List<String> annotations,
      String returns,
      boolean asDocumented,
      boolean deprecated,
      Direct direct,
      @Nullable Conversion conversion) {}

  /**
   * How a method's call is made without Retrofit's reflection, as expressions of Java.
   *
   * @param request what makes the request, to be called on the calls
   * @param answer what reads the answer
   */
  record Direct(String request, String answer) {}

  /**
   * An argument of a method.
   *
   * @param literal of a body that is JSON, the expression of its type at run time
   */
  record Argument(
      String annotation,
      String type,
      String name,
      String doc,
      boolean asDocumented,
      @Nullable String literal) {
    Argument(String annotation, String type, String name, String doc) {
      this(annotation, type, name, doc, false, null);
    }
  }

  /** The form of a method that takes typed path parameters and hands them on as text. */
  record Conversion(String name, String raw, List<Argument> arguments, List<String> values) {}

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
      @Nullable String contentType,
      boolean deprecated,
      List<Model.Overload> overloads) {}
}
