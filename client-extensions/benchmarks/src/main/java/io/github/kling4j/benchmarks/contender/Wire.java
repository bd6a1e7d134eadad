package io.github.kling4j.benchmarks.contender;

import java.nio.charset.StandardCharsets;

/** What goes over the wire: the same for all contenders. */
public final class Wire {
  /** How many tasks the list has. */
  public static final int PAGE = 500;

  /** The key that all send. */
  public static final String KEY = "benchmark";

  /** The id of every task that is created. */
  public static final String TASK_ID = "814237883686625347";

  /** The address of the video of every task that is asked for. */
  public static final String VIDEO_URL =
      "https://cdn.example.com/814237883686625347/v-1.mp4?token=0123456789abcdef";

  static final String PATH = "kling/v1/videos/text2video";
  static final String LIST = PATH + "?pageNum=1&pageSize=" + PAGE;

  static final String REQUEST =
      "{\"model_name\":\"kling-v2-5-turbo\",\"prompt\":\"A beach at sunset, waves.\","
          + "\"negative_prompt\":\"people\",\"mode\":\"std\",\"duration\":5,"
          + "\"aspect_ratio\":\"16:9\"}";

  static final String CREATED =
      "{\"code\":0,\"message\":\"SUCCEED\",\"request_id\":\"795f5ea4-7746-4e3a-a184-75d44240f87f\","
          + "\"data\":{\"task_id\":\""
          + TASK_ID
          + "\",\"task_status\":\"submitted\",\"task_info\":{},"
          + "\"created_at\":1762157958060,\"updated_at\":1762157958060}}";

  static final String SUCCEEDED =
      "{\"code\":0,\"message\":\"SUCCEED\",\"request_id\":\"795f5ea4-7746-4e3a-a184-75d44240f880\","
          + "\"data\":"
          + task(TASK_ID, VIDEO_URL)
          + "}";

  private Wire() {}

  /** Returns a request as the hand-written contenders send it. */
  static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  static String page() {
    StringBuilder page =
        new StringBuilder("{\"code\":0,\"message\":\"SUCCEED\",\"request_id\":\"r-7\",\"data\":[");
    for (int i = 0; i < PAGE; i++) {
      String id = Long.toString(814_237_883_686_625_000L + i);
      page.append(i == 0 ? "" : ",")
          .append(task(id, "https://cdn.example.com/" + id + "/v-1.mp4?token=0123456789abcdef"));
    }
    return page.append("]}").toString();
  }

  private static String task(String id, String url) {
    return "{\"task_id\":\""
        + id
        + "\",\"task_status\":\"succeed\",\"task_status_msg\":\"\","
        + "\"task_info\":{\"external_task_id\":\"order-17\"},"
        + "\"task_result\":{\"videos\":[{\"id\":\"v-1\",\"url\":\""
        + url
        + "\",\"watermark_url\":\"\",\"duration\":\"5.042\"}]},"
        + "\"watermark_info\":{\"enabled\":false},\"final_unit_deduction\":\"2.5\","
        + "\"created_at\":1762157958060,\"updated_at\":1762158030000}";
  }
}
