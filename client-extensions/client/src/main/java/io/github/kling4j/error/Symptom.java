package io.github.kling4j.error;

import java.util.regex.Pattern;

/** What relays that need a request to be said otherwise complain of. */
enum Symptom {
  DURATION_AS_STRING(
      "cannot unmarshal number\\b.*\\bduration\\b"
          + "|\\bduration\\b.{0,60}(?:\\bstring\\b|字符串)|\\bstring\\b.{0,40}\\bduration\\b",
      "duration as a string",
      "durationAsString",
      "duration-as-string"),
  DUPLICATE_MODEL(
      "\\bmodel(?: name)?\\b (?:field )?(?:is|was|must|cannot|can't|may) ?(?:not |be )*"
          + "(?:required|missing|empty|blank|specified|given|provided|set)"
          + "|\\b(?:missing|no|required|without)\\b.{0,20}\\bmodel\\b(?! (?:kling|with|for|named))"
          + "|模型名称不能为空|未指定模型",
      "model beside model_name",
      "duplicateModel",
      "duplicate-model"),
  WITHOUT_EXTERNAL_TASK_ID(
      "\\b(?:unknown|unsupported|unrecognized|unexpected|extra)\\b.{0,40}\\bexternal_task_id\\b"
          + "|\\bexternal_task_id\\b.{0,40}(?:unknown|unsupported|unrecognized|unexpected"
          + "|not (?:supported|allowed|permitted|known)|不支持)",
      "no external_task_id",
      "withoutExternalTaskId",
      "no-external-task-id"),
  EXPLICIT_ASPECT_RATIO(
      "\\baspect_?ratio\\b.{0,40}(?:required|missing|empty|blank|must be (?:set|given)|不能为空|必填)"
          + "|\\b(?:missing|required|no)\\b.{0,30}\\baspect_?ratio\\b",
      "an aspect_ratio in every request",
      "explicitAspectRatio",
      "explicit-aspect-ratio");

  private final Pattern complaint;
  private final String hint;

  Symptom(String complaint, String need, String setting, String word) {
    this.complaint = Pattern.compile(complaint, Pattern.CASE_INSENSITIVE);
    this.hint =
        "This server seems to want %s: set Gateway.%s(), or KLING_RELAY_NEEDS=%s."
            .formatted(need, setting, word);
  }

  /** Returns which settings may help; empty where none is known to. */
  static String hint(String message) {
    StringBuilder hints = new StringBuilder();
    for (Symptom symptom : values()) {
      if (symptom.complaint.matcher(message).find()) {
        hints.append(hints.isEmpty() ? "" : " ").append(symptom.hint);
      }
    }
    return hints.toString();
  }
}
