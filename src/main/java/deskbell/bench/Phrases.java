package deskbell.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Distinct shopper messages without end, every second one Chinese: phrases of the corpus, each made
 * unique by a number, so that no cache can answer twice. Thread-safe.
 */
final class Phrases {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final long SEED = 20_261_122;

  /** Intents that end the bot's part, after which nothing is left to measure. */
  private static final Set<String> LEFT_OUT =
      Set.of("contact_human", "complaint", "abuse", "out_of_scope", "goodbye");

  private final List<String> english;
  private final List<String> chinese;
  private final AtomicInteger next = new AtomicInteger();

  /** Reads the corpus below a folder, {@code src/main/corpus}. */
  Phrases(Path corpus) throws IOException {
    english = read(corpus.resolve("en"));
    chinese = read(corpus.resolve("zh"));
  }

  String next() {
    var number = next.getAndIncrement();
    var phrases = number % 2 == 0 ? english : chinese;
    return phrases.get(number / 2 % phrases.size()) + " (" + number + ")";
  }

  private static List<String> read(Path folder) throws IOException {
    var texts = new ArrayList<String>();
    try (var files = Files.list(folder)) {
      for (var file : files.filter(path -> path.toString().endsWith(".jsonl")).sorted().toList()) {
        for (var line : Files.readAllLines(file)) {
          var example = JSON.readTree(line);
          if (!LEFT_OUT.contains(example.path("intent").asText())) {
            texts.add(text(example));
          }
        }
      }
    }
    Collections.shuffle(texts, new Random(SEED));
    return List.copyOf(texts);
  }

  private static String text(JsonNode example) {
    return example.path("text").asText();
  }
}
