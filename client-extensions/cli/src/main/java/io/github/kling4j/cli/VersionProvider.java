package io.github.kling4j.cli;

import io.github.kling4j.api.Contract;
import java.io.IOException;
import java.io.InputStream;
import java.util.Properties;
import picocli.CommandLine.IVersionProvider;

/** Names this program's version and that of the contract it speaks. */
final class VersionProvider implements IVersionProvider {
  @Override
  public String[] getVersion() throws IOException {
    Properties properties = new Properties();
    try (InputStream stream = VersionProvider.class.getResourceAsStream("version.properties")) {
      if (stream != null) {
        properties.load(stream);
      }
    }
    return new String[] {
      "kling4j "
          + properties.getProperty("version", "unknown")
          + " (contract: "
          + Contract.TITLE
          + " "
          + Contract.VERSION
          + ")"
    };
  }
}
