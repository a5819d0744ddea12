package deskbell.training;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import deskbell.conversation.IntentScore;
import deskbell.conversation.Invalid;
import deskbell.conversation.Language;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * A {@code .json} file: transcripts, or parts of {@code [text, intent]} as CLINC150 has them
 * (Larson 2019). There {@code train}, {@code val} and {@code test} each have a part {@code oos_…}
 * beside them, whose intent is called {@code out_of_scope} here; which one is meant stands behind
 * the name: {@code data_full.json#val}. English.
 */
final class ExampleParts {
  /** Begins the name of a part. */
  static final String MARK = ".json#";

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final List<String> PARTS = List.of("train", "val", "test");
  private static final String OUTSIDE = "oos";

  private ExampleParts() {}

  static List<Example> read(Path place) {
    var name = place.getFileName().toString();
    int mark = name.indexOf(MARK);
    var file = mark < 0 ? place : place.resolveSibling(name.substring(0, mark + MARK.length() - 1));
    var part =
        mark < 0 ? Optional.<String>empty() : Optional.of(name.substring(mark + MARK.length()));
    var text = TextFile.read(file);
    try {
      return examples(JSON.readTree(text), part);
    } catch (JsonProcessingException malformed) {
      var where = malformed.getLocation() == null ? 1 : malformed.getLocation().getLineNr();
      throw new Invalid(
          file + ":" + where + ":", "is not JSON: " + malformed.getOriginalMessage(), malformed);
    } catch (Invalid invalid) {
      throw new Invalid(file + ":", invalid.getMessage(), invalid);
    }
  }

  private static List<Example> examples(JsonNode root, Optional<String> part) {
    if (TranscriptReader.isTranscript(root)) {
      return TranscriptReader.examples(root);
    }
    if (root.isArray()) {
      return transcripts(root);
    }
    if (PARTS.stream().noneMatch(root::has)) {
      throw new Invalid("file", "holds neither messages nor one of the parts " + PARTS);
    }
    if (part.filter(PARTS::contains).filter(root::has).isEmpty()) {
      var known = PARTS.stream().filter(root::has).toList();
      throw new Invalid(
          "part", part.orElse("") + " is none of " + known + "; name one as in FILE.json#train");
    }
    var examples = new ArrayList<>(part(root, part.get()));
    examples.addAll(part(root, OUTSIDE + "_" + part.get()));
    return examples;
  }

  private static List<Example> transcripts(JsonNode list) {
    var examples = new ArrayList<Example>();
    for (int i = 0; i < list.size(); i++) {
      var one = list.get(i);
      if (!TranscriptReader.isTranscript(one)) {
        throw new Invalid("[" + i + "]", "is no transcript: it has no list of messages");
      }
      examples.addAll(within("[" + i + "]", () -> TranscriptReader.examples(one)));
    }
    return examples;
  }

  private static List<Example> part(JsonNode root, String name) {
    var rows = root.path(name);
    var examples = new ArrayList<Example>();
    for (int i = 0; i < rows.size(); i++) {
      var row = rows.get(i);
      examples.addAll(within(name + "[" + i + "]", () -> List.of(example(row))));
    }
    return examples;
  }

  private static List<Example> within(String place, Supplier<List<Example>> reading) {
    try {
      return reading.get();
    } catch (Invalid invalid) {
      throw new Invalid(place, invalid.getMessage(), invalid);
    }
  }

  private static Example example(JsonNode row) {
    if (row.size() != 2 || !row.path(0).isTextual() || !row.path(1).isTextual()) {
      throw new Invalid("row", "is " + row + "; must be [text, intent]");
    }
    var intent = row.get(1).asText();
    return new Example(
        row.get(0).asText(),
        Language.EN,
        intent.equals(OUTSIDE) ? IntentScore.OUT_OF_SCOPE : intent);
  }
}
