package io.github.kling4j.benchmarks.json;

/** What is done; each is the method of the same name in {@link JsonCases}. */
enum JsonCase {
  WRITE_REQUEST("writeRequest", "write a full request"),
  READ_ANSWER("readAnswer", "read an answer with one video"),
  READ_LIST("readList", "read a list of 500 tasks");

  private final String method;
  private final String words;

  JsonCase(String method, String words) {
    this.method = method;
    this.words = words;
  }

  String method() {
    return method;
  }

  String words() {
    return words;
  }
}
