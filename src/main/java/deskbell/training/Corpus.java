package deskbell.training;

import com.fasterxml.jackson.databind.JsonNode;
import deskbell.conversation.Invalid;
import deskbell.conversation.Language;
import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;

/**
 * Reads examples: JSON lines {@code {"text","lang","intent","slots"}} and CSV with a {@code text}
 * and a {@code label}, {@code category} or {@code intent} column. A mistake is {@link Invalid} and
 * names file, line and rule. Blocks for the disk.
 */
public final class Corpus {
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
      throw TextFile.unreadable(place, failure);
    }
  }

  private static List<Example> file(Path file) {
    return file.toString().endsWith(".csv") ? csv(file) : JsonLines.read(file, Corpus::json);
  }

  private static Example json(JsonNode object) {
    object
        .fieldNames()
        .forEachRemaining(
            key -> {
              if (!KEYS.contains(key)) {
                throw new Invalid(
                    "key", key + " is unknown; known: " + KEYS.stream().sorted().toList());
              }
            });
    var language =
        object.has("lang") ? Language.parse(JsonLines.text(object, "lang")) : Language.EN;
    return new Example(
        JsonLines.text(object, "text"),
        language,
        JsonLines.text(object, "intent"),
        slots(object.path("slots")));
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

  private static List<Example> csv(Path file) {
    var format = CSVFormat.RFC4180.builder().setHeader().setSkipHeaderRecord(true).get();
    try (var parser = format.parse(new StringReader(TextFile.read(file)))) {
      var columns = parser.getHeaderNames();
      var label = LABELS.stream().filter(columns::contains).findFirst();
      if (label.isEmpty() || !columns.contains("text")) {
        throw new Invalid(file + ":1", "needs the columns text and one of " + LABELS);
      }
      var examples = new ArrayList<Example>();
      for (var row : parser) {
        examples.add(TextFile.at(file, parser.getCurrentLineNumber(), () -> row(row, label.get())));
      }
      return examples;
    } catch (IOException malformed) {
      throw new Invalid(file.toString(), "is not CSV: " + malformed.getMessage(), malformed);
    }
  }

  private static Example row(CSVRecord row, String label) {
    return new Example(row.get("text"), Language.EN, row.get(label));
  }
}
