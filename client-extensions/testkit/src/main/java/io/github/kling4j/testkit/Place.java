package io.github.kling4j.testkit;

/** A service of the gateway, where a fault can be asked for. */
enum Place {
  CREATE,
  QUERY,
  LIST,
  DOWNLOAD
}
