package deskbell.training.material;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import deskbell.conversation.Invalid;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** Reads files of one JSON object a line; a mistake names file, line and rule. */
final class JsonLines {
  private static final ObjectMapper JSON = new ObjectMapper();

  private JsonLines() {}

  /** What each line that is not blank becomes. Blocks for the disk. */
  static <T> List<T> read(Path file, Function<JsonNode, T> reading) {
    var read = new ArrayList<T>();
    var lines = lines(file);
    for (int i = 0; i < lines.size(); i++) {
      if (!lines.get(i).isBlank()) {
        read.add(at(file + ":" + (i + 1) + ":", lines.get(i), reading));
      }
    }
    return read;
  }

  private static List<String> lines(Path file) {
    try {
      return Files.readAllLines(file);
    } catch (IOException unreadable) {
      throw new Invalid(
          file.toString(),
          Files.exists(file) ? "cannot be read: " + unreadable.getMessage() : "does not exist",
          unreadable);
    }
  }

  private static <T> T at(String place, String line, Function<JsonNode, T> reading) {
    try {
      return reading.apply(JSON.readTree(line));
    } catch (JsonProcessingException malformed) {
      throw new Invalid(place, "is not JSON: " + malformed.getOriginalMessage(), malformed);
    } catch (Invalid invalid) {
      throw new Invalid(place, invalid.getMessage(), invalid);
    }
  }

  /** A text that must be there. */
  static String text(JsonNode object, String key) {
    var value = object.path(key);
    if (!value.isTextual() || value.asText().isBlank()) {
      throw new Invalid(key, value.isMissingNode() ? "is missing" : "is no text");
    }
    return value.asText();
  }

  /** A list of texts; empty where it is missing. */
  static List<String> texts(JsonNode object, String key) {
    var texts = new ArrayList<String>();
    for (var value : object.path(key)) {
      if (!value.isTextual() || value.asText().isBlank()) {
        throw new Invalid(key, "holds " + value + ", which is no text");
      }
      texts.add(value.asText());
    }
    return texts;
  }
}
