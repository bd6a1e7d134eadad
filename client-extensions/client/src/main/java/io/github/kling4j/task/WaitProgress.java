package io.github.kling4j.task;

import java.time.Duration;

/**
 * One look at a task that is being waited for.
 *
 * @param task the task as it was seen
 * @param elapsed how long the wait has lasted
 * @param looks how often the task was looked at, this time included
 */
public record WaitProgress(VideoTask task, Duration elapsed, int looks) {}
