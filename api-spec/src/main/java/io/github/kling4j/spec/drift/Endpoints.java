package io.github.kling4j.spec.drift;

import java.util.List;

/** The names of new operations, as those that are there are named. */
final class Endpoints {
  private Endpoints() {}

  /**
   * The last fixed step of the path: {@code ImageToVideo} of {@code /v1/videos/image2video/{id}}.
   */
  static String tagOf(Operation operation) {
    String last = "Other";
    for (String step : List.of(operation.path().split("/", -1))) {
      if (!step.isEmpty() && !step.startsWith("{")) {
        last = step;
      }
    }
    return Names.endpoint(last);
  }

  /** The path as the contract has it: behind the vendor's own stands the relays' prefix. */
  static String pathOf(Operation operation) {
    int version = operation.path().lastIndexOf("/v1/");
    String path = operation.path();
    return version >= 0 ? "/kling" + path.substring(version) : path;
  }

  /** Such as {@code createImageToVideo}. */
  static String idOf(Operation operation) {
    boolean one = operation.path().endsWith("}");
    String verb =
        switch (operation.method()) {
          case "post" -> "create";
          case "get" -> one ? "get" : "list";
          case "put" -> "replace";
          case "patch" -> "update";
          default -> operation.method();
        };
    return verb + tagOf(operation);
  }
}
