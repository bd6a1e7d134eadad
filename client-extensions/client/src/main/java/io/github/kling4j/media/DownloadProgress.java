package io.github.kling4j.media;

import java.nio.file.Path;
import java.time.Duration;
import java.util.OptionalLong;

/**
 * How far a download is.
 *
 * @param taskId the id of the task that made the video
 * @param target the file that it will be
 * @param bytes how many bytes are there, those of an earlier attempt or process included
 * @param total how many bytes the file has; empty where the server does not say
 * @param elapsed how long this download has lasted
 */
public record DownloadProgress(
    String taskId, Path target, long bytes, OptionalLong total, Duration elapsed) {}
