package io.github.kling4j.spec.drift;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** The {@code drift} command: compares what upstream publishes with the contract. */
@Command(
    name = "api-spec/drift",
    description = {
      "Compares what upstream publishes with api-spec/kling.yaml, and brings that up to date.",
      ""
    },
    footer = {
      "",
      "Exit codes: 0 no difference, or all was applied; 1 differences; 2 the page can't be",
      "understood, or not be applied wholly: then nothing is written."
    },
    mixinStandardHelpOptions = true,
    sortOptions = false)
public final class Drift implements Callable<Integer> {
  private static final int SAME = 0;
  private static final int DIFFERENT = 1;
  private static final int FAILED = 2;

  private final InputStream in;
  private final PrintWriter out;
  private final PrintWriter err;

  @Parameters(
      paramLabel = "PAGE",
      description = {
        "The text of a relay's page, or an OpenAPI document in YAML or JSON; a file, or - for"
            + " standard input."
      })
  private String page = "-";

  @Option(
      names = "--apply",
      description = "Edit the contract, SOURCES.md and CHANGELOG.md so that nothing differs.")
  private boolean apply;

  @Option(
      names = "--all",
      description = "Show the differences that were decided on, too, with the reason.")
  private boolean all;

  @Option(names = "--json", description = "Print an array of JSON objects in place of lines.")
  private boolean json;

  @Option(
      names = "--source",
      paramLabel = "relay|vendor",
      description = "Who publishes it. Default: the vendor if a server of it is klingai.com.")
  private @Nullable String source;

  @Option(
      names = "--project",
      paramLabel = "FOLDER",
      description = "The project's root. Default: the current folder.")
  private Path project = Path.of("");

  private Drift(InputStream in, PrintWriter out, PrintWriter err) {
    this.in = in;
    this.out = out;
    this.err = err;
  }

  /**
   * Runs the command and ends the process with its exit code.
   *
   * @param args the command line
   */
  public static void main(String... args) {
    // The validator logs through SLF4J, and would complain that nobody listens.
    System.setProperty("slf4j.internal.verbosity", "ERROR");
    PrintWriter out = new PrintWriter(System.out, true, UTF_8);
    PrintWriter err = new PrintWriter(System.err, true, UTF_8);
    System.exit(run(System.in, out, err, args));
  }

  /**
   * Runs the command.
   *
   * @param in standard input, read where the page is {@code -}
   * @param out where the report goes
   * @param err where errors go
   * @param args the command line
   * @return the exit code: 0 no difference, or all was applied; 1 differences; 2 not understood or
   *     not applied
   */
  public static int run(InputStream in, PrintWriter out, PrintWriter err, String... args) {
    return new CommandLine(new Drift(in, out, err))
        .setOut(out)
        .setErr(err)
        .setExecutionExceptionHandler(
            (failure, command, parsed) -> {
              err.println("error: " + failure);
              return FAILED;
            })
        .execute(args);
  }

  @Override
  public Integer call() {
    try {
      if (source != null && !List.of("relay", "vendor").contains(source)) {
        throw new NotUnderstoodException("--source is " + source + "; it is relay or vendor.");
      }
      Upstream upstream = UpstreamReader.read(read(), source);
      ProjectFiles files = new ProjectFiles(project);
      if (apply) {
        show(files.apply(upstream, LocalDate.now(ZoneOffset.UTC)), upstream);
        return SAME;
      }
      List<Difference> differences = Comparison.of(upstream, files.contract().root());
      List<Difference> shown =
          differences.stream().filter(difference -> all || !difference.isKnown()).toList();
      show(shown, upstream);
      return differences.stream().allMatch(Difference::isKnown) ? SAME : DIFFERENT;
    } catch (NotUnderstoodException e) {
      err.println("error: " + e.getMessage());
      return FAILED;
    } catch (LeftToPersonException e) {
      err.println("error: Nothing was changed, because a part of it is left to a person:");
      err.println(e.getMessage());
      return FAILED;
    } catch (NoSuchFileException e) {
      err.println("error: There is no file " + e.getFile() + ".");
      return FAILED;
    } catch (CharacterCodingException e) {
      err.println("error: The page is not UTF-8. Save it as UTF-8 and try again.");
      return FAILED;
    } catch (IOException e) {
      err.println("error: " + e);
      return FAILED;
    }
  }

  private void show(List<Difference> differences, Upstream upstream) {
    if (json) {
      Report.json(differences, out);
    } else {
      Report.lines(differences, out);
    }
    upstream.notes().forEach(note -> err.println("note: " + note));
  }

  private String read() throws IOException {
    byte[] bytes = page.equals("-") ? in.readAllBytes() : Files.readAllBytes(Path.of(page));
    return UTF_8.newDecoder().decode(java.nio.ByteBuffer.wrap(bytes)).toString();
  }
}
