package io.github.kling4j.codegen.drift;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.kling4j.codegen.Compiler;
import io.github.kling4j.codegen.Generator;
import java.io.IOException;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;
import org.jspecify.annotations.Nullable;
import retrofit2.Retrofit;
import retrofit2.converter.moshi.MoshiConverterFactory;

/**
 * Generates a client from a contract, compiles it with a caller, and lets that talk to a server.
 * Only what is other than in the client of the contract that all start from is compiled anew, and
 * what names it; so many contracts take little time.
 */
final class Wire {
  private static final String CALLER =
      """
      package example;

      %s

      @SuppressWarnings("deprecation")
      public final class Caller%d implements Function<Retrofit, List<String>> {
        @Override
        public List<String> apply(Retrofit retrofit) {
          List<String> seen = new ArrayList<>();
          try {
      %s
          } catch (Exception e) {
            throw new IllegalStateException(e);
          }
          return seen;
        }
      }
      """;

  /** Each case names other classes. */
  private static final String IMPORTS =
      Stream.of(
              "io.github.kling4j.api.*",
              "io.github.kling4j.model.*",
              "java.util.*",
              "java.util.function.Function",
              "retrofit2.Retrofit")
          .map(name -> "import " + name + ";")
          .collect(Collectors.joining("\n"));

  /** Statements that have {@code retrofit} to call with and {@code seen} to fill, and an answer. */
  record Call(String statements, String answer) {}

  /** What went over the wire, and what the caller said. */
  record Exchange(String line, @Nullable String body, List<String> seen) {}

  private static final Pattern HEADER = Pattern.compile("\\A//[^\\n]*\\n");

  private final Path folder;
  private final Path classes;
  private final SortedMap<String, String> sources;

  private Wire(Path folder) throws IOException {
    this.folder = folder;
    this.classes = folder.resolve("classes");
    this.sources = sources(Generator.generate(ProjectCopy.CONTRACT, folder.resolve("generated")));
    Compiler.compile(folder.resolve("generated"), classes).close();
  }

  /** Compiles the client of the contract that all start from. */
  static Wire in(Path folder) throws IOException {
    return new Wire(folder);
  }

  /** Generates from a contract, and makes calls, each of which sends one request. */
  List<Exchange> run(Path contract, List<Call> calls) throws Exception {
    Path own = Files.createTempDirectory(folder, "case-");
    Path generated = Generator.generate(contract, own.resolve("generated"));
    List<Path> files = new ArrayList<>();
    for (String file : changed(sources(generated))) {
      files.add(generated.resolve(file));
    }
    for (int i = 0; i < calls.size(); i++) {
      String caller = CALLER.formatted(IMPORTS, i, calls.get(i).statements());
      files.add(Files.writeString(own.resolve("Caller" + i + ".java"), caller));
    }
    try (MockWebServer server = new MockWebServer();
        URLClassLoader loader = Compiler.compile(files, own.resolve("classes"), List.of(classes))) {
      server.start();
      Retrofit retrofit =
          new Retrofit.Builder()
              .baseUrl(server.url("/"))
              .addConverterFactory(MoshiConverterFactory.create())
              .build();
      List<Exchange> exchanges = new ArrayList<>();
      for (int i = 0; i < calls.size(); i++) {
        server.enqueue(new MockResponse.Builder().body(calls.get(i).answer()).build());
        @SuppressWarnings("unchecked")
        Function<Retrofit, List<String>> caller =
            (Function<Retrofit, List<String>>)
                loader.loadClass("example.Caller" + i).getConstructor().newInstance();
        exchanges.add(exchange(caller.apply(retrofit), server, i));
      }
      return exchanges;
    }
  }

  private static Exchange exchange(List<String> seen, MockWebServer server, int before)
      throws InterruptedException {
    assertThat(server.getRequestCount()).isEqualTo(before + 1);
    RecordedRequest request = server.takeRequest();
    String body = request.getBody() == null ? null : request.getBody().utf8();
    return new Exchange(request.getMethod() + " " + request.getTarget(), body, seen);
  }

  private Set<String> changed(SortedMap<String, String> now) {
    Set<String> changed = new TreeSet<>();
    now.forEach(
        (file, text) -> {
          if (!text.equals(sources.get(file))) {
            changed.add(file);
          }
        });
    Set<String> users = new TreeSet<>();
    for (String file : changed) {
      String name = file.replaceAll(".*/|\\.java", "");
      Pattern word = Pattern.compile("\\b" + name + "\\b");
      now.forEach(
          (user, text) -> {
            if (word.matcher(text).find()) {
              users.add(user);
            }
          });
    }
    changed.addAll(users);
    return changed;
  }

  /** The texts without their first line, which names the version of the document. */
  private static SortedMap<String, String> sources(Path generated) {
    SortedMap<String, String> files = Generator.files(generated);
    files.keySet().removeIf(file -> !file.endsWith(".java"));
    files.replaceAll((file, text) -> HEADER.matcher(text).replaceFirst(""));
    return files;
  }
}
