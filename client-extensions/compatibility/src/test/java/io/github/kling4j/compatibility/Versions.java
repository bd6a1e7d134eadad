package io.github.kling4j.compatibility;

import io.github.kling4j.spec.Demand;
import java.util.List;

/**
 * Which versions there are, and whether they announce that callers must change something.
 *
 * @param released the version of the last release
 * @param project the version of the project now
 * @param releasedContract the contract's version at the last release
 * @param contract the contract's version now
 */
record Versions(String released, String project, String releasedContract, String contract) {
  /**
   * Tells what is wrong with a jar that breaks callers; nothing if it may. The major version of the
   * project must have moved. Until a release it is enough for generated code that the contract's
   * has, since that is what changed.
   */
  String complaint(String artifact, boolean generated, List<String> breaks) {
    if (breaks.isEmpty()
        || Demand.MAJOR.metBy(released, project)
        || (generated
            && project.endsWith("-SNAPSHOT")
            && Demand.MAJOR.metBy(releasedContract, contract))) {
      return "";
    }
    String advice =
        generated && project.endsWith("-SNAPSHOT")
            ? "Or, if upstream did this, let info.version in api-spec/kling.yaml move from %s to %s."
                .formatted(contract, Demand.MAJOR.next(releasedContract))
            : "Keep what was there, deprecated if need be.";
    return "Who compiled against %s %s can't go on with version %s, which needs to be %s:\n  %s\n%s"
        .formatted(
            artifact,
            released,
            project,
            Demand.MAJOR.next(released),
            String.join("\n  ", breaks),
            advice);
  }
}
