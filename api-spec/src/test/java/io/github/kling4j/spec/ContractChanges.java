package io.github.kling4j.spec;

import io.github.kling4j.spec.drift.SinceRelease;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** What has changed in a contract since its release, and which version that demands. */
final class ContractChanges {
  private final Contract released;
  private final Contract current;
  private final OpenApiChanges openApi;
  private final List<Change> all = new ArrayList<>();

  private ContractChanges(Contract released, Contract current) {
    this.released = released;
    this.current = current;
    this.openApi = OpenApiChanges.between(released, current);
  }

  /** Asks all who compare. Who sees what others don't is added here. */
  static ContractChanges between(Contract released, Contract current) {
    ContractChanges changes = new ContractChanges(released, current);
    changes.all.addAll(changes.openApi.all());
    SinceRelease.between(released, current).lines().stream()
        .map(Change::of)
        .forEach(changes.all::add);
    changes.addTheRest();
    changes.all.sort(Comparator.comparing(Change::demand).reversed());
    return changes;
  }

  /** Whatever nobody else has seen is at least something new to read. */
  private void addTheRest() {
    if (all.isEmpty() && !withoutVersion(released).equals(withoutVersion(current))) {
      all.add(new Change(Demand.PATCH, "what is said of things, or an extension"));
    }
  }

  Demand demand() {
    return all.stream().map(Change::demand).reduce(Demand.NONE, Demand::max);
  }

  /** Returns a line for each change, the greatest demand first. */
  List<String> lines() {
    return all.stream().map(Change::toString).distinct().toList();
  }

  /** Returns what is wrong with the version; nothing if it has moved far enough. */
  String complaint() {
    String from = versionOf(released);
    String to = versionOf(current);
    if (demand().metBy(from, to)) {
      return "";
    }
    return "info.version in api-spec/kling.yaml is "
        + to
        + ", and what has changed since "
        + from
        + " was released demands "
        + demand().next(from)
        + " or later. Edit it there. What has changed:\n  "
        + String.join("\n  ", lines());
  }

  String markdown() {
    return "# The contract since its release\n\n"
        + "Version %s, now %s; demanded: %s (%s).\n\n"
            .formatted(
                versionOf(released),
                versionOf(current),
                demand().next(versionOf(released)),
                demand())
        + String.join("", lines().stream().map(line -> "- " + line + "\n").toList())
        + "\n## As openapi-diff tells it\n\n"
        + openApi.markdown();
  }

  String html() {
    return openApi.html();
  }

  private static JsonNode withoutVersion(Contract contract) {
    JsonNode root = contract.root().deepCopy();
    ((ObjectNode) root.get("info")).remove("version");
    return root;
  }

  private static String versionOf(Contract contract) {
    return contract.root().at("/info/version").asString();
  }
}
