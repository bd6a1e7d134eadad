package io.github.kling4j.benchmarks.contender;

/** Stub. */
public final class SocketContender implements Contender {
  /**
   * Creates it.
   *
   * @param baseUrl the server's address
   */
  public SocketContender(String baseUrl) {}

  @Override
  public String create() {
    throw new UnsupportedOperationException();
  }

  @Override
  public String get(String id) {
    throw new UnsupportedOperationException();
  }

  @Override
  public int list() {
    throw new UnsupportedOperationException();
  }

  @Override
  public void close() {}
}
