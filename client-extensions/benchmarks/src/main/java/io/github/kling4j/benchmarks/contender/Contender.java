package io.github.kling4j.benchmarks.contender;

/**
 * A way to speak to the API: one class with a public constructor that takes the server's address,
 * {@code http://host:port/}, and one line in {@link Contenders}. Safe for use by several threads.
 */
public interface Contender extends AutoCloseable {
  /**
   * Posts the request of all contenders: model_name kling-v2-5-turbo, prompt "A beach at sunset,
   * waves.", negative_prompt "people", mode std, duration 5, aspect_ratio 16:9.
   *
   * @return the id of the task
   * @throws Exception when it didn't work
   */
  String create() throws Exception;

  /**
   * Looks at a task that has succeeded.
   *
   * @param id the task's id
   * @return the address of its first video
   * @throws Exception when it didn't work
   */
  String get(String id) throws Exception;

  /**
   * Reads a page of 500 tasks.
   *
   * @return the number of tasks on it
   * @throws Exception when it didn't work
   */
  int list() throws Exception;

  /** Releases what it holds. */
  @Override
  void close();
}
