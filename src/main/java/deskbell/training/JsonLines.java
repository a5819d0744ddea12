package deskbell.training;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import deskbell.conversation.Invalid;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** Reads files of one JSON object a line; a mistake names file, line and rule. */
public final class JsonLines {
  private static final ObjectMapper JSON = new ObjectMapper();

  private JsonLines() {}

  /** What each line that is not blank becomes. Blocks for the disk. */
  public static <T> List<T> read(Path file, Function<JsonNode, T> reading) {
    var read = new ArrayList<T>();
    var lines = TextFile.read(file).lines().toList();
    for (int i = 0; i < lines.size(); i++) {
      var line = lines.get(i);
      if (!line.isBlank()) {
        read.add(TextFile.at(file, i + 1, () -> reading.apply(object(line))));
      }
    }
    return read;
  }

  private static JsonNode object(String line) {
    try {
      var object = JSON.readTree(line);
      if (!object.isObject()) {
        throw new Invalid("line", "is not a JSON object");
      }
      return object;
    } catch (JsonProcessingException malformed) {
      throw new Invalid("line", "is not JSON: " + malformed.getOriginalMessage(), malformed);
    }
  }

  /** A text that must be there. */
  public static String text(JsonNode object, String key) {
    var value = object.get(key);
    if (value == null) {
      throw new Invalid(key, "is missing");
    }
    return text(key, value, "is ");
  }

  /** A list of texts; empty where it is missing. */
  public static List<String> texts(JsonNode object, String key) {
    var texts = new ArrayList<String>();
    for (var value : object.path(key)) {
      texts.add(text(key, value, "holds "));
    }
    return texts;
  }

  private static String text(String key, JsonNode value, String verb) {
    if (!value.isTextual()) {
      throw new Invalid(key, verb + value + "; must be a string");
    }
    if (value.asText().isBlank()) {
      throw new Invalid(key, "is blank");
    }
    return value.asText();
  }
}
