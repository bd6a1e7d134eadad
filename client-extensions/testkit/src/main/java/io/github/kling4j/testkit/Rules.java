package io.github.kling4j.testkit;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** By what a gateway answers. */
record Rules(
    Keys keys,
    Answers answers,
    Demands demands,
    Duration taskDuration,
    @Nullable RandomFaults randomFaults) {}
