package io.github.kling4j.benchmarks.json;

import java.nio.charset.StandardCharsets;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** What is written and read: the shapes of the contract's examples, as servers send them. */
final class Samples {
  static final int TASKS = 500;

  static final RequestRecord BY_HAND =
      new RequestRecord(
          "kling-v1",
          "A lighthouse in the evening sun, the sea is calm.",
          "people, text, blur",
          0.5,
          "std",
          new RequestRecord.Camera("simple", 0, 0, 0, 0, 0, 5.5),
          "16:9",
          5,
          "https://shop.example.com/kling/callback",
          "order-17");

  /** The same as text, so that it can be read whatever types the contract has come to have. */
  static final String REQUEST =
      """
      {"model_name":"kling-v1","prompt":"A lighthouse in the evening sun, the sea is calm.",\
      "negative_prompt":"people, text, blur","cfg_scale":0.5,"mode":"std",\
      "camera_control":{"type":"simple","config":{"horizontal":0,"vertical":0,"pan":0,"tilt":0,"roll":0,"zoom":5.5}},\
      "aspect_ratio":"16:9","duration":5,"callback_url":"https://shop.example.com/kling/callback",\
      "external_task_id":"order-17"}\
      """;

  private static final String ANSWER =
      """
      {"code":0,"message":"SUCCEED","request_id":"795f5ea4-7746-4e3a-a184-75d44240f87f","data":%s}\
      """;

  private static final String TASK =
      """
      {"task_id":"8142378836866%05d","task_status":"succeed","task_status_msg":"",\
      "task_info":{"external_task_id":"order-%d"},\
      "task_result":{"videos":[{"id":"7f1c2a9e-0d63-4f58-b2a7-1c9e5d%06d",\
      "url":"https://cdn.example.com/upload/9000000000/text2video/Cl4aVGkMhJQ%d-0_raw_video_1.mp4",\
      "watermark_url":"","duration":"5.042"}]},\
      "watermark_info":{"enabled":false},"final_unit_deduction":"2.5",\
      "created_at":17621579%05d,"updated_at":17621580%05d}\
      """;

  private Samples() {}

  /** Returns an answer with one task that has one video. */
  static byte[] answer() {
    return ANSWER.formatted(task(25347)).getBytes(StandardCharsets.UTF_8);
  }

  /** Returns an answer with a page of such tasks. */
  static byte[] list(int tasks) {
    String all =
        IntStream.range(0, tasks)
            .mapToObj(i -> task(25347 + i))
            .collect(Collectors.joining(",", "[", "]"));
    return ANSWER.formatted(all).getBytes(StandardCharsets.UTF_8);
  }

  private static String task(int i) {
    return TASK.formatted(i, i, i, i, i, i);
  }
}
