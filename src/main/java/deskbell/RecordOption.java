package deskbell;

import deskbell.training.MeasuredFigures;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import picocli.CommandLine.Option;

/** {@code --record}: whether what a command measures is kept with the model. */
final class RecordOption {
  @Option(
      names = "--record",
      paramLabel = "FOLDER",
      description = "keep what is printed in the README of this model directory too")
  Optional<Path> folder = Optional.empty();

  /** Lines that are printed as they come, and kept at the end. */
  static final class Lines implements Consumer<String>, AutoCloseable {
    private final List<String> lines = new ArrayList<>();
    private final Consumer<String> print;
    private final Runnable keep;

    private Lines(Optional<Path> folder, String command, Consumer<String> print) {
      this.print = print;
      keep = () -> folder.ifPresent(place -> kept(place, command, lines));
    }

    private static void kept(Path folder, String command, List<String> lines) {
      try {
        MeasuredFigures.keep(folder, command, lines);
      } catch (IOException failure) {
        throw new UncheckedIOException("README.md of " + folder + " can't be written", failure);
      }
    }

    @Override
    public void accept(String line) {
      lines.add(line);
      print.accept(line);
    }

    @Override
    public void close() {
      keep.run();
    }
  }

  /**
   * Where a command's lines go; what it printed is kept once it is closed.
   *
   * @param command as typed, without the program's name
   */
  Lines lines(String command, Consumer<String> print) {
    return new Lines(folder, command, print);
  }
}
