package io.github.kling4j.retry;

import io.github.kling4j.error.KlingException;
import io.github.kling4j.error.Operation;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * One attempt at something, now that it has ended.
 *
 * @param operation what was being done
 * @param number the attempt's number, 1 for the first
 * @param elapsed the time since the first attempt began
 * @param failure why it failed, or null where it succeeded
 */
public record Attempt(
    Operation operation, int number, Duration elapsed, @Nullable KlingException failure) {}
