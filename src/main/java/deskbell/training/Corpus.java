package deskbell.training;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import deskbell.conversation.Invalid;
import deskbell.conversation.Language;
import java.io.IOException;
import java.io.Reader;
import java.nio.charset.MalformedInputException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.apache.commons.csv.CSVException;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;

/**
 * Reads examples: JSON lines {@code {"text","lang","intent","slots"}} and CSV with a {@code text}
 * and a {@code label}, {@code category} or {@code intent} column. A mistake is {@link Invalid} and
 * names file, line and rule. Blocks for the disk.
 */
public final class Corpus {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Set<String> KEYS = Set.of("text", "lang", "intent", "slots", "reply");
  private static final List<String> LABELS = List.of("label", "category", "intent");

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
      throw unreadable(place, failure);
    }
  }

  private static List<Example> file(Path file) {
    try {
      return file.toString().endsWith(".csv") ? csv(file) : jsonLines(file);
    } catch (MalformedInputException malformed) {
      throw new Invalid(file.toString(), "is not UTF-8 text", malformed);
    } catch (IOException failure) {
      throw unreadable(file, failure);
    }
  }

  private static Invalid unreadable(Path place, IOException failure) {
    return new Invalid(
        place.toString(),
        Files.exists(place) ? "cannot be read: " + failure.getMessage() : "does not exist",
        failure);
  }

  private static List<Example> jsonLines(Path file) throws IOException {
    var lines = Files.readAllLines(file);
    var examples = new ArrayList<Example>();
    for (var number = 1; number <= lines.size(); number++) {
      var line = lines.get(number - 1);
      if (!line.isBlank()) {
        examples.add(at(file, number, () -> json(line)));
      }
    }
    return examples;
  }

  private static Example json(String line) {
    try {
      var object = JSON.readTree(line);
      if (!object.isObject()) {
        throw new Invalid("line", "is not a JSON object");
      }
      object
          .fieldNames()
          .forEachRemaining(
              key -> {
                if (!KEYS.contains(key)) {
                  throw new Invalid(
                      "key", key + " is unknown; known: " + KEYS.stream().sorted().toList());
                }
              });
      var language = object.has("lang") ? Language.parse(string(object, "lang")) : Language.EN;
      return new Example(
          string(object, "text"), language, string(object, "intent"), slots(object.path("slots")));
    } catch (JsonProcessingException malformed) {
      throw new Invalid("line", "is not JSON: " + malformed.getOriginalMessage(), malformed);
    }
  }

  /** A slot has one value or several. */
  private static Map<String, List<String>> slots(JsonNode object) {
    var slots = new TreeMap<String, List<String>>();
    object.fieldNames().forEachRemaining(slot -> slots.put(slot, values(slot, object.get(slot))));
    return slots;
  }

  private static List<String> values(String slot, JsonNode given) {
    var values = new ArrayList<String>();
    for (var value : given.isArray() ? given : List.of(given)) {
      if (!value.isTextual()) {
        throw new Invalid("slots", slot + " is " + value + "; must be a string or strings");
      }
      values.add(value.asText());
    }
    return values;
  }

  private static String string(JsonNode object, String key) {
    var value = object.get(key);
    if (value == null || !value.isTextual()) {
      throw new Invalid(key, value == null ? "is missing" : "is " + value + "; must be a string");
    }
    return value.asText();
  }

  private static List<Example> csv(Path file) throws IOException {
    var format = CSVFormat.RFC4180.builder().setHeader().setSkipHeaderRecord(true).get();
    try (Reader reader = Files.newBufferedReader(file);
        var parser = format.parse(reader)) {
      var label =
          LABELS.stream()
              .filter(parser.getHeaderNames()::contains)
              .findFirst()
              .filter(_ -> parser.getHeaderNames().contains("text"));
      if (label.isEmpty()) {
        throw new Invalid(file + ":1", "needs the columns text and one of " + LABELS);
      }
      var examples = new ArrayList<Example>();
      for (var row : parser) {
        examples.add(at(file, parser.getCurrentLineNumber(), () -> row(row, label)));
      }
      return examples;
    } catch (CSVException malformed) {
      throw new Invalid(file.toString(), "is not CSV: " + malformed.getMessage(), malformed);
    }
  }

  private static Example row(CSVRecord row, Optional<String> label) {
    return new Example(row.get("text"), Language.EN, row.get(label.orElseThrow()));
  }

  private static Example at(Path file, long line, Supplier<Example> reading) {
    try {
      return reading.get();
    } catch (Invalid invalid) {
      throw new Invalid(file + ":" + line + ":", invalid.getMessage(), invalid);
    }
  }
}
