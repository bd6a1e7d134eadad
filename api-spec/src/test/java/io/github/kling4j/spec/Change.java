package io.github.kling4j.spec;

/**
 * Something that has changed in a contract.
 *
 * @param demand what it demands of the version
 * @param what where it is, and what is different
 */
record Change(Demand demand, String what) {
  @Override
  public String toString() {
    return demand + " " + what;
  }
}
