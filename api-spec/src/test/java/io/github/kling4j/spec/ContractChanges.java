package io.github.kling4j.spec;

import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** What has changed in a contract since its release, and which version that demands. */
final class ContractChanges {
  private final Contract released;
  private final Contract current;
  private final OpenApiChanges openApi;

  private ContractChanges(Contract released, Contract current) {
    this.released = released;
    this.current = current;
    this.openApi = OpenApiChanges.between(released, current);
  }

  static ContractChanges between(Contract released, Contract current) {
    return new ContractChanges(released, current);
  }

  /** Returns the greatest demand of all who compare; another one is added here, and to lines(). */
  Demand demand() {
    return openApi.demand().max(demandOfTheRest());
  }

  /** Returns a line for each change, the greatest demand first. */
  List<String> lines() {
    List<String> lines = new ArrayList<>();
    for (Demand demand : List.of(Demand.MAJOR, Demand.MINOR, Demand.PATCH)) {
      openApi.lines().stream().filter(line -> line.startsWith(demand.name())).forEach(lines::add);
    }
    if (lines.isEmpty() && demandOfTheRest() != Demand.NONE) {
      lines.add(demandOfTheRest() + " something that only changes what is said of the rest");
    }
    return lines;
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

  /** Whatever is in neither of the above is at least something new to read. */
  private Demand demandOfTheRest() {
    return withoutVersion(released).equals(withoutVersion(current)) ? Demand.NONE : Demand.PATCH;
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
