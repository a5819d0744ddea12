package deskbell.answering.grounding;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;

/** Lists of words beside the answering room's texts. */
final class WordList {
  private static final String FOLDER = "/deskbell/answering/";

  private WordList() {}

  /** The lines of a file that are neither blank nor begin with #. */
  static List<String> lines(String file) {
    var stream = Objects.requireNonNull(WordList.class.getResourceAsStream(FOLDER + file), file);
    try (var reader = new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8))) {
      return reader
          .lines()
          .map(String::strip)
          .filter(line -> !line.isEmpty() && !line.startsWith("#"))
          .toList();
    } catch (IOException unreadable) {
      throw new UncheckedIOException(file, unreadable);
    }
  }
}
