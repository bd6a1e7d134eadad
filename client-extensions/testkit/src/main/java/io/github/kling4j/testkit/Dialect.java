package io.github.kling4j.testkit;

/**
 * How a gateway speaks: the names and words in its answers, the shape of its errors, whether it has
 * a list, and what becomes of {@code external_task_id}. Requests and paths are the same in all of
 * them; callbacks are the vendor's.
 *
 * <p>No two relays are quite alike. Each dialect puts together what was seen at one kind of them,
 * so that every place of an id, an address or a reason, and every status word, occurs in one.
 */
public enum Dialect {
  /**
   * The vendor, and relays that hand its answers on: {@code code} 0, {@code data.task_status},
   * {@code task_result}, milliseconds, business codes, a list, and {@code external_task_id}.
   */
  VENDOR,

  /**
   * An envelope with {@code "code":"success"}: {@code data.status} as {@code queued}, {@code
   * running}, {@code succeeded} or {@code failed}, {@code data.url}, {@code data.error.message}, no
   * times. Errors are {@code {"code":"<word>","message","data":null}}. It has a list, and knows
   * {@code external_task_id} without repeating it in a task.
   */
  WORD_CODE,

  /**
   * The software new-api as it is: a create's answer is a video object without an envelope, a
   * query's is an envelope with {@code "code":"success"} around a task object with {@code status}
   * {@code NOT_START}, {@code SUBMITTED}, {@code QUEUED}, {@code IN_PROGRESS}, {@code SUCCESS} or
   * {@code FAILURE}, {@code fail_reason}, {@code result_url}, seconds, a number of its own as
   * {@code id}, and the vendor's whole answer, under the vendor's task id, in {@code data.data}. An
   * error of the vendor is JSON inside {@code message}. The list is an HTML page on HTTP 200.
   * {@code external_task_id} is handed on to the vendor, so it is unique, but no task is found by
   * it. A missing {@code aspect_ratio} becomes {@code 1:1}.
   */
  NEW_API,

  /**
   * An old build of new-api: a create's answer is {@code {"task_id"}}, and the address of the video
   * stands in {@code fail_reason} of a task that succeeded. Status words as {@link #NEW_API}, and
   * {@code UNKNOWN} in passing; {@code submit_time} in seconds. An error of the vendor comes
   * through another relay, as JSON inside JSON. The list is an HTML page on HTTP 200. {@code
   * external_task_id} is dropped. A missing {@code aspect_ratio} becomes {@code 1:1}.
   */
  NEW_API_OLD,

  /**
   * Video objects without an envelope: {@code id} and {@code task_id}, {@code status} {@code
   * queued}, {@code in_progress}, {@code completed} or {@code failed}, {@code url}, {@code
   * error.message}, seconds. Errors are {@code {"error":{"message","type","code":"<word>"}}}. The
   * list is HTTP 404. {@code external_task_id} is dropped. A missing {@code aspect_ratio} becomes
   * {@code 1:1}.
   */
  NO_ENVELOPE,

  /**
   * A create's answer is {@code {"task_id"}} and a query's the bare task with {@code status},
   * {@code result_url}, {@code fail_reason} and seconds. Errors have {@code null} for a code. The
   * list is HTTP 404. {@code external_task_id} is dropped.
   */
  TASK_ID_ONLY,

  /**
   * A create's answer is {@code {"id"}} and a query's the bare task with {@code id}, {@code
   * status}, {@code task_result}, {@code task_status_msg} and milliseconds. Errors are the
   * vendor's, but one about a used-up account has the code 400. The list is an HTML page on HTTP
   * 200. {@code external_task_id} works as at the vendor.
   */
  ID_ONLY,

  /**
   * A create's answer is {@code {"data":{"id"}}}; a query's has {@code data.status} and the
   * vendor's whole answer in {@code data.data}, which alone tells the address and the reason.
   * Seconds. An error of the vendor is an HTML page inside {@code message}. It has a list, and
   * {@code external_task_id} works as at the vendor.
   */
  DATA_ID
}
