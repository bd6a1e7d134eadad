package io.github.kling4j.task;

import java.time.Duration;

/**
 * One sight of a task that is being waited for.
 *
 * @param task the task as it was seen
 * @param elapsed how long the wait has lasted
 * @param looks how often something was learnt of the task, by a look or a callback, this time
 *     included
 */
public record WaitProgress(VideoTask task, Duration elapsed, int looks) {}
