package io.github.kling4j.spec.drift;

import java.util.List;
import tools.jackson.databind.node.ObjectNode;

/**
 * What upstream publishes.
 *
 * @param document an OpenAPI document, with the limits in it that were only said in words
 * @param source who publishes it: {@code relay} or {@code vendor}
 * @param complete whether it describes all operations that upstream has, and not one of them
 * @param notes what was passed over, for the person who reads the report
 */
record Upstream(ObjectNode document, String source, boolean complete, List<String> notes) {}
