package io.github.kling4j.benchmarks.contender;

import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** All that is compared: what each is, and the jars that it needs. */
public enum Contenders {
  /** What the machine and the server take. */
  SOCKET("raw socket, fixed bytes", Kind.FLOOR, "SocketContender", List.of()),
  /** What all figures are compared with. */
  OKHTTP_BYTES("OkHttp, fixed bytes", Kind.FLOOR, "OkHttpBytesContender", Jars.OKHTTP),
  /** What somebody writes who wants nothing but speed. */
  OKHTTP_MOSHI(
      "OkHttp, JSON by hand", Kind.FLOOR, "HandWrittenContender", Jars.and(Jars.OKHTTP, "moshi")),
  /** What one may write who wants nothing generated. */
  RETROFIT_RECORDS(
      "Retrofit + Moshi, records", Kind.PEER, "ReflectedRetrofitContender", Jars.MOSHI),
  /** What one may write who wants few jars. */
  JDK_JACKSON("java.net.http + Jackson", Kind.PEER, "JdkJacksonContender", Jars.JACKSON),
  /** The generator's library of the same name. */
  RETROFIT2(
      "stock retrofit2",
      Kind.PEER,
      "StockRetrofitContender",
      Jars.and(
          Jars.OKHTTP,
          "retrofit",
          "converter-scalars",
          "converter-gson",
          "gson",
          Jars.PRONE,
          "gson-fire")),
  /** The generator's library of the same name. */
  OKHTTP_GSON(
      "stock okhttp-gson",
      Kind.PEER,
      "StockOkHttpContender",
      Jars.and(Jars.OKHTTP, "logging-interceptor", "gson", Jars.PRONE, "gson-fire")),
  /** The generator's library of the same name. */
  NATIVE("stock native", Kind.PEER, "StockNativeContender", Jars.STOCK_JACKSON),
  /** The generator's library of the same name. */
  FEIGN("stock feign", Kind.PEER, "StockFeignContender", Jars.FEIGN),
  /** The generator's library of the same name. */
  RESTCLIENT(
      "stock restclient",
      Kind.PEER,
      "StockRestClientContender",
      Jars.and(
          Jars.STOCK_JACKSON,
          "spring-web",
          "spring-core",
          "spring-beans",
          "commons-logging",
          "micrometer-observation",
          "micrometer-commons")),
  /** What is generated, without the client. */
  INTERFACE(
      "kling4j, generated interface",
      Kind.OURS,
      "InterfaceContender",
      Jars.and(Jars.MOSHI, "kling4j-generated", "jspecify")),
  /** What the client is built upon. */
  DIRECT(
      "kling4j, generated calls",
      Kind.OURS,
      "DirectContender",
      Jars.and(Jars.MOSHI, "kling4j-generated", "jspecify")),
  /** What users have. */
  CLIENT(
      "kling4j, whole client",
      Kind.OURS,
      "ClientContender",
      Jars.and(Jars.MOSHI, "kling4j-generated", "kling4j", "jspecify"));

  /** What a contender is there for. */
  public enum Kind {
    /** What nobody could use, and nobody can beat. */
    FLOOR,
    /** What a user would pick instead. */
    PEER,
    /** What is measured. */
    OURS
  }

  private final String title;
  private final Kind kind;
  private final String type;

  @SuppressWarnings("ImmutableEnumChecker") // None of the lists can be changed.
  private final List<String> jars;

  Contenders(String title, Kind kind, String type, List<String> jars) {
    this.title = title;
    this.kind = kind;
    this.type = type;
    this.jars = jars;
  }

  /**
   * Returns the contender of a name.
   *
   * @param id as in {@link #id()}
   * @return the contender
   * @throws IllegalArgumentException when there is none
   */
  public static Contenders of(String id) {
    return Stream.of(values())
        .filter(contender -> contender.id().equals(id))
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "there is no contender "
                        + id
                        + "; known: "
                        + String.join(", ", Stream.of(values()).map(Contenders::id).toList())));
  }

  /**
   * Returns the name that a command line knows it by.
   *
   * @return for instance {@code okhttp-bytes}
   */
  public String id() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /**
   * Returns what a table calls it.
   *
   * @return a few words
   */
  public String title() {
    return title;
  }

  /**
   * Returns what it is there for.
   *
   * @return the kind
   */
  public Kind kind() {
    return kind;
  }

  /**
   * Returns the name of the class that does the calls.
   *
   * @return a class with a public constructor that takes the server's address
   */
  public String type() {
    return Contender.class.getPackageName() + "." + type;
  }

  /**
   * Returns what this build has: without the profile {@code peers}, all but what stock generators
   * make.
   *
   * @return contenders, in their order
   */
  public static Set<Contenders> built() {
    return Stream.of(values())
        .filter(one -> Contender.class.getResource(one.type + ".class") != null)
        .collect(Collectors.toCollection(() -> EnumSet.noneOf(Contenders.class)));
  }

  /**
   * Returns the class path that it runs with: exactly the jars that it needs, and this module.
   *
   * @return as for {@code -cp}
   */
  public String classPath() {
    return ClassPath.of(jars());
  }

  /**
   * Returns the jars that it needs beside this module.
   *
   * @return their paths
   */
  public List<Path> jars() {
    return jars.stream().map(ClassPath::entry).toList();
  }

  /**
   * Returns what was generated for it into this module.
   *
   * @return bytes, packed where this module is
   */
  public long generatedBytes() {
    return switch (this) {
      case RETROFIT2 -> ClassPath.bytes("peers/retrofit2/");
      case OKHTTP_GSON -> ClassPath.bytes("peers/okhttpgson/");
      case NATIVE -> ClassPath.bytes("peers/httpclient/");
      case FEIGN -> ClassPath.bytes("peers/feign/");
      case RESTCLIENT -> ClassPath.bytes("peers/restclient/");
      default -> 0;
    };
  }

  /** What Maven would put on the class path for the few jars that somebody names. */
  private static final class Jars {
    static final String PRONE = "error_prone_annotations";
    static final List<String> OKHTTP =
        List.of("okhttp-jvm", "okio-jvm", "kotlin-stdlib", "annotations");
    static final List<String> MOSHI = and(OKHTTP, "retrofit", "converter-moshi", "moshi");
    static final List<String> JACKSON =
        List.of("jackson-databind", "jackson-core", "jackson-annotations");
    static final List<String> STOCK_JACKSON =
        and(JACKSON, "jackson-datatype-jsr310", "jackson-databind-nullable");
    static final List<String> FEIGN =
        and(
            Stream.concat(STOCK_JACKSON.stream(), OKHTTP.stream()).toList(),
            "feign-core",
            "feign-jackson",
            "feign-slf4j",
            "feign-form",
            "feign-okhttp",
            "slf4j-api");

    static List<String> and(List<String> some, String... more) {
      return Stream.concat(some.stream(), Stream.of(more)).toList();
    }
  }
}
