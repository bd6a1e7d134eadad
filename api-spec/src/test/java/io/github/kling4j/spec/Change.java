package io.github.kling4j.spec;

/**
 * Something that has changed in a contract.
 *
 * @param demand what it demands of the version
 * @param what where it is, and what is different
 */
record Change(Demand demand, String what) {
  /** Reads what {@link #toString} writes. */
  static Change of(String line) {
    int space = line.indexOf(' ');
    return new Change(Demand.valueOf(line.substring(0, space)), line.substring(space + 1));
  }

  @Override
  public String toString() {
    return demand + " " + what;
  }
}
