package deskbell.training;

import com.fasterxml.jackson.databind.JsonNode;
import deskbell.conversation.Invalid;
import deskbell.conversation.Language;
import deskbell.understanding.Languages;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Examples out of Deskbell's own transcripts, as {@code GET /api/conversations/ID} gives them. An
 * example is a shopper's message with an {@code intent} beside it, which a person has written
 * there; or one that the bot answered, with the intent that the answer's trace names first, where
 * it was at least {@value #CERTAIN} sure. Personal data becomes placeholders.
 */
final class TranscriptReader {
  /** From this confidence on the bot's own reading is believed. */
  static final double CERTAIN = 0.8;

  private static final Pattern UNDERSTOOD = Pattern.compile("intent: (\\S+) ([01]\\.\\d+)");
  private static final Deidentifier PRIVATE = new Deidentifier();

  private TranscriptReader() {}

  static boolean isTranscript(JsonNode object) {
    return object.path("messages").isArray();
  }

  static List<Example> examples(JsonNode transcript) {
    var expected =
        Optional.ofNullable(transcript.get("language"))
            .map(_ -> Language.parse(JsonLines.text(transcript, "language")));
    var messages = transcript.get("messages");
    var understood = understood(messages);
    var examples = new ArrayList<Example>();
    for (int i = 0; i < messages.size(); i++) {
      var message = messages.get(i);
      try {
        if (isOfShopper(message)) {
          intent(message, understood)
              .ifPresent(intent -> examples.add(example(message, expected, intent)));
        }
      } catch (Invalid invalid) {
        throw new Invalid("messages[" + i + "]", invalid.getMessage(), invalid);
      }
    }
    return examples;
  }

  private static boolean isOfShopper(JsonNode message) {
    return JsonLines.text(message, "from").equals("shopper")
        && !message.path("erased").asBoolean(false);
  }

  private static Optional<String> intent(JsonNode message, Map<Long, String> understood) {
    return message.has("intent")
        ? Optional.of(JsonLines.text(message, "intent"))
        : Optional.ofNullable(understood.get(message.path("seq").asLong()));
  }

  private static Example example(JsonNode message, Optional<Language> expected, String intent) {
    var text = JsonLines.text(message, "text");
    var language = Languages.of(text, expected);
    return new Example(PRIVATE.text(text, language), language, intent);
  }

  /** What the bot's answers say of the messages that they answer, by the number of these. */
  private static Map<Long, String> understood(JsonNode messages) {
    var understood = new HashMap<Long, String>();
    for (var message : messages) {
      if (message.has("inReplyTo")) {
        surely(message.path("trace"))
            .ifPresent(intent -> understood.putIfAbsent(message.get("inReplyTo").asLong(), intent));
      }
    }
    return understood;
  }

  private static Optional<String> surely(JsonNode trace) {
    for (var line : trace) {
      var hit = UNDERSTOOD.matcher(line.asText());
      if (hit.matches()) {
        return Double.parseDouble(hit.group(2)) >= CERTAIN
            ? Optional.of(hit.group(1))
            : Optional.empty();
      }
    }
    return Optional.empty();
  }
}
