package deskbell;

import java.nio.file.Path;
import java.util.Optional;
import picocli.CommandLine.Option;

/** The model that a command measures or asks. */
final class ModelOption {
  @Option(
      names = "--model",
      paramLabel = "FOLDER",
      description = "model directory; without it the shipped model")
  Optional<Path> folder;
}
