package deskbell.training.neural;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import deskbell.conversation.Invalid;
import deskbell.neural.PlainText;
import deskbell.neural.Prompt;
import deskbell.neural.Task;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Reads what people would write on prompts, one JSON object a line: a follow-up with its history
 * and how it stands alone, {@code {"history":["how much is delivery to the UK?"],"text":"and to
 * Ireland?","rewrite":"how much is delivery to Ireland?"}}, or a text with facts and the answer
 * from them, {@code {"text":"…","history":[],"facts":["…"],"reply":"… {placeholder} …"}}. A mistake
 * is {@link Invalid} and names file, line and rule. Blocks for the disk.
 */
final class Pairs {
  private static final ObjectMapper JSON = new ObjectMapper();

  private Pairs() {}

  /** The pairs of files, in their order. */
  static List<Pair> read(List<Path> files) {
    return files.stream().flatMap(file -> read(file).stream()).toList();
  }

  private static List<Pair> read(Path file) {
    try {
      var lines = Files.readAllLines(file);
      var pairs = new ArrayList<Pair>();
      for (int number = 1; number <= lines.size(); number++) {
        if (!lines.get(number - 1).isBlank()) {
          pairs.add(pair(file + ":" + number + ":", lines.get(number - 1)));
        }
      }
      return pairs;
    } catch (IOException failure) {
      throw new Invalid(file.toString(), "cannot be read: " + failure.getMessage(), failure);
    }
  }

  private static Pair pair(String place, String line) {
    try {
      return pair(JSON.readTree(line));
    } catch (JsonProcessingException malformed) {
      throw new Invalid(place, "is not JSON: " + malformed.getOriginalMessage(), malformed);
    } catch (Invalid invalid) {
      throw new Invalid(place, invalid.getMessage(), invalid);
    }
  }

  private static Pair pair(JsonNode json) {
    if (json.has("rewrite") == json.has("reply")) {
      throw new Invalid("line", "needs either rewrite or reply");
    }
    return json.has("rewrite") ? rewrite(json) : reply(json);
  }

  private static Pair rewrite(JsonNode json) {
    var history = strings(json, "history").stream().map(PlainText::of).toList();
    var prompt = new Prompt(PlainText.of(string(json, "text")), history, List.of());
    return new Pair(Task.REWRITE, prompt, PlainText.of(string(json, "rewrite")));
  }

  /** Replies keep their case: people read them. */
  private static Pair reply(JsonNode json) {
    var prompt = new Prompt(string(json, "text"), strings(json, "history"), strings(json, "facts"));
    return new Pair(Task.REPLY, prompt, string(json, "reply"));
  }

  private static String string(JsonNode json, String key) {
    var value = json.path(key);
    if (!value.isTextual()) {
      throw new Invalid(key, value.isMissingNode() ? "is missing" : "is " + value);
    }
    return value.asText();
  }

  private static List<String> strings(JsonNode json, String key) {
    var strings = new ArrayList<String>();
    for (var value : json.path(key)) {
      if (!value.isTextual()) {
        throw new Invalid(key, "holds " + value + "; must be strings");
      }
      strings.add(value.asText());
    }
    return strings;
  }
}
