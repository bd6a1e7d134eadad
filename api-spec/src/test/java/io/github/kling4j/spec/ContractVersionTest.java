package io.github.kling4j.spec;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** The gate for the version of the contract; its report is target/contract-changes.md. */
final class ContractVersionTest {
  @Test
  void theVersionMovedAsFarAsTheChangesSinceTheReleaseDemand() throws IOException {
    ContractChanges changes = ContractChanges.between(Contracts.released(), Contracts.current());

    Path target = Path.of(System.getProperty("basedir", ".")).resolve("target");
    Files.createDirectories(target);
    Files.writeString(target.resolve("contract-changes.md"), changes.markdown());
    Files.writeString(target.resolve("contract-changes.html"), changes.html());
    assertThat(changes.complaint()).isEmpty();
  }
}
