package deskbell.knowledge.text;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;

/** The words of a language that say nothing about what a question is about. */
final class StopWords {
  private StopWords() {}

  /** Reads a list from the classpath: words between spaces, comment lines after {@code #}. */
  static Set<String> load(String resource) {
    try (var stream = StopWords.class.getResourceAsStream(resource)) {
      var text = new String(stream.readAllBytes(), StandardCharsets.UTF_8);
      return text.lines()
          .filter(line -> !line.startsWith("#"))
          .flatMap(line -> Arrays.stream(line.strip().split("\\s+")))
          .filter(word -> !word.isEmpty())
          .collect(Collectors.toUnmodifiableSet());
    } catch (IOException unreadable) {
      throw new UncheckedIOException(resource + " is not in the program", unreadable);
    }
  }
}
