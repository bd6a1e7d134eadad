package io.github.kling4j.spec;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How far the version must move because of what has changed since a release. Versions are those of
 * <a href="https://semver.org">Semantic Versioning</a>; numbers that are left out count as 0. While
 * the major version is 0, nothing is demanded less.
 */
public enum Demand {
  /** Nothing has changed. */
  NONE,
  /** Only what is said of things has changed, such as a description or an example. */
  PATCH,
  /** Something is there that was not, and whoever used the rest can go on using it. */
  MINOR,
  /** Whoever used what was there may have to change something. */
  MAJOR;

  /** What it means that a number of a version has moved, from the first number on. */
  private static final List<Demand> STEPS = List.of(MAJOR, MINOR, PATCH);

  /**
   * Returns the greater of two demands.
   *
   * @param other the other one
   * @return the one that asks for more
   */
  public Demand max(Demand other) {
    return compareTo(other) >= 0 ? this : other;
  }

  /**
   * Tells whether a version has moved far enough. It may have moved further, but never back. From a
   * pre-release on it is enough to come nearer to what that prepares: from {@code 2.0.0-rc.1} to
   * {@code 2.0.0} anything may change, from {@code 1.1.0-rc.1} to {@code 1.1.0} all but what is a
   * major change.
   *
   * @param releasedVersion the version of the last release
   * @param version the version now
   * @return whether this demand is met
   * @throws IllegalArgumentException if one of them is no version
   */
  public boolean metBy(String releasedVersion, String version) {
    Version released = Version.of(releasedVersion);
    Version now = Version.of(version);
    for (int i = 0; i < STEPS.size(); i++) {
      int moved = now.numbers.get(i).compareTo(released.numbers.get(i));
      if (moved != 0) {
        return moved > 0 && STEPS.get(i).compareTo(this) >= 0;
      }
    }
    int moved = Version.comparePreReleases(now.preRelease, released.preRelease);
    return this == NONE ? moved >= 0 : moved > 0 && released.prepares().compareTo(this) >= 0;
  }

  /**
   * Returns the smallest version that meets this demand.
   *
   * @param releasedVersion the version of the last release
   * @return that version, without a pre-release; or {@code releasedVersion} where nothing is
   *     demanded
   * @throws IllegalArgumentException if it is no version
   */
  public String next(String releasedVersion) {
    Version released = Version.of(releasedVersion);
    if (this == NONE) {
      return releasedVersion;
    }
    List<BigInteger> numbers = new ArrayList<>(released.numbers);
    boolean prepared = !released.preRelease.isEmpty() && released.prepares().compareTo(this) >= 0;
    if (!prepared) {
      int place = STEPS.indexOf(this);
      numbers.set(place, numbers.get(place).add(BigInteger.ONE));
      for (int i = place + 1; i < STEPS.size(); i++) {
        numbers.set(i, BigInteger.ZERO);
      }
    }
    return numbers.get(0) + "." + numbers.get(1) + "." + numbers.get(2);
  }

  private record Version(List<BigInteger> numbers, String preRelease) {
    private static final Pattern FORM =
        Pattern.compile(
            "(\\d+)(?:\\.(\\d+))?(?:\\.(\\d+))?"
                + "(?:-([0-9A-Za-z-]+(?:\\.[0-9A-Za-z-]+)*))?"
                + "(?:\\+[0-9A-Za-z-]+(?:\\.[0-9A-Za-z-]+)*)?");
    private static final Pattern DIGITS = Pattern.compile("\\d+");
    private static final Pattern DOT = Pattern.compile("\\.");

    static Version of(String text) {
      Matcher matcher = FORM.matcher(text);
      if (!matcher.matches()) {
        throw new IllegalArgumentException("no version such as 1.2.3: " + text);
      }
      List<BigInteger> numbers = new ArrayList<>();
      for (int i = 1; i <= 3; i++) {
        String number = matcher.group(i);
        numbers.add(number == null ? BigInteger.ZERO : new BigInteger(number));
      }
      String preRelease = matcher.group(4);
      return new Version(numbers, preRelease == null ? "" : preRelease);
    }

    /** Tells what kind of release this one is, or prepares. */
    Demand prepares() {
      if (numbers.get(2).signum() != 0) {
        return PATCH;
      }
      return numbers.get(1).signum() != 0 ? MINOR : MAJOR;
    }

    static int comparePreReleases(String one, String other) {
      if (one.isEmpty() || other.isEmpty()) {
        return Boolean.compare(one.isEmpty(), other.isEmpty());
      }
      List<String> ours = DOT.splitAsStream(one).toList();
      List<String> theirs = DOT.splitAsStream(other).toList();
      for (int i = 0; i < Math.min(ours.size(), theirs.size()); i++) {
        int compared = compareIdentifiers(ours.get(i), theirs.get(i));
        if (compared != 0) {
          return compared;
        }
      }
      return Integer.compare(ours.size(), theirs.size());
    }

    private static int compareIdentifiers(String one, String other) {
      boolean number = DIGITS.matcher(one).matches();
      if (number != DIGITS.matcher(other).matches()) {
        return number ? -1 : 1;
      }
      return number ? new BigInteger(one).compareTo(new BigInteger(other)) : one.compareTo(other);
    }
  }
}
