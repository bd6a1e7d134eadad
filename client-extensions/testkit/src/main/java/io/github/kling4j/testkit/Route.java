package io.github.kling4j.testkit;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What a method and a path mean: the service, and the id or file name if the path has one. */
record Route(Place place, String name) {
  /** One word more here is one more kind of task under {@code /v1/videos/}. */
  private static final Set<String> TASK_KINDS = Set.of("text2video");

  static @Nullable Route of(String method, List<String> segments) {
    if (segments.size() == 2 && segments.get(0).equals("files")) {
      boolean reads = method.equals("GET") || method.equals("HEAD");
      return reads ? new Route(Place.DOWNLOAD, segments.get(1)) : null;
    }
    boolean relay = !segments.isEmpty() && segments.get(0).equals("kling");
    List<String> vendor = relay ? segments.subList(1, segments.size()) : segments;
    boolean known =
        (vendor.size() == 3 || vendor.size() == 4)
            && vendor.get(0).equals("v1")
            && vendor.get(1).equals("videos")
            && TASK_KINDS.contains(vendor.get(2));
    if (!known) {
      return null;
    }
    if (vendor.size() == 4) {
      boolean named = method.equals("GET") && !vendor.get(3).isEmpty();
      return named ? new Route(Place.QUERY, vendor.get(3)) : null;
    }
    return switch (method) {
      case "POST" -> new Route(Place.CREATE, "");
      case "GET" -> new Route(Place.LIST, "");
      default -> null;
    };
  }
}
