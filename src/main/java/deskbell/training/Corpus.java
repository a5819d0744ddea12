package deskbell.training;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/**
 * Reads examples. The kind of a file shows in its name:
 *
 * <ul>
 *   <li>{@code .jsonl}: one example or one of Deskbell's transcripts a line,
 *   <li>{@code .csv}: a column for the text and one for the intent,
 *   <li>{@code .yml}, {@code .yaml}: Rasa's training data,
 *   <li>{@code .json}: a transcript, a list of them, or with {@code #train}, {@code #val} or {@code
 *       #test} behind the name that part of a file in the layout of CLINC150.
 * </ul>
 *
 * A mistake is {@link deskbell.conversation.Invalid} and names file, line or field, value and rule.
 * Blocks for the disk.
 */
public final class Corpus {
  private Corpus() {}

  /** The examples of files and folders (all {@code .jsonl} in them), in the order given. */
  public static List<Example> read(List<Path> places) {
    return readWithout(List.of(), places);
  }

  /** The same without files that serve another purpose though they stand in one of the folders. */
  public static List<Example> readWithout(List<Path> others, List<Path> places) {
    var kept = others.stream().flatMap(place -> files(place).stream()).map(Corpus::plain).toList();
    return places.stream()
        .flatMap(place -> files(place).stream())
        .filter(file -> !kept.contains(plain(file)))
        .flatMap(file -> file(file).stream())
        .toList();
  }

  private static Path plain(Path file) {
    return file.toAbsolutePath().normalize();
  }

  private static List<Path> files(Path place) {
    if (!Files.isDirectory(place)) {
      return List.of(place);
    }
    try (var files = Files.walk(place)) {
      return files.filter(file -> file.toString().endsWith(".jsonl")).sorted().toList();
    } catch (IOException failure) {
      throw TextFile.unreadable(place, failure);
    }
  }

  private static List<Example> file(Path file) {
    var name = file.getFileName().toString().toLowerCase(Locale.ROOT);
    if (name.endsWith(".csv")) {
      return ExampleTable.read(file);
    }
    if (name.endsWith(".yml") || name.endsWith(".yaml")) {
      return RasaFile.read(file);
    }
    if (name.endsWith(".json") || name.contains(ExampleParts.MARK)) {
      return ExampleParts.read(file);
    }
    return ExampleLines.read(file);
  }
}
