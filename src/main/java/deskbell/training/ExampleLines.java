package deskbell.training;

import com.fasterxml.jackson.databind.JsonNode;
import deskbell.conversation.Invalid;
import deskbell.conversation.Language;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * JSON lines: an example {@code {"text","lang","intent","slots","reply"}} or a transcript a line.
 */
final class ExampleLines {
  private static final Set<String> KEYS = Set.of("text", "lang", "intent", "slots", "reply");

  private ExampleLines() {}

  static List<Example> read(Path file) {
    return JsonLines.read(file, ExampleLines::examples).stream().flatMap(List::stream).toList();
  }

  private static List<Example> examples(JsonNode line) {
    return TranscriptReader.isTranscript(line)
        ? TranscriptReader.examples(line)
        : List.of(example(line));
  }

  private static Example example(JsonNode object) {
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
}
