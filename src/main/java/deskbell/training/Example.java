package deskbell.training;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import deskbell.conversation.Invalid;
import deskbell.conversation.Language;
import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * A text of a known language and intent.
 *
 * @param slots the values in the text, as written there, by slot
 */
public record Example(
    String text, Language language, String intent, Map<String, List<String>> slots) {
  public Example {
    slots = Map.copyOf(slots);
    slots.forEach((slot, values) -> values.forEach(value -> check(text, slot, value)));
    if (text.isBlank()) {
      throw new Invalid("text", "is blank");
    }
    if (intent.isBlank()) {
      throw new Invalid("intent", "is blank");
    }
  }

  /** An example without values. */
  public Example(String text, Language language, String intent) {
    this(text, language, intent, Map.of());
  }

  private static void check(String text, String slot, String value) {
    if (value.isBlank() || !text.contains(value)) {
      throw new Invalid("slots", slot + " is " + value + ", which the text does not hold");
    }
  }

  /** The example as {@link Corpus} reads it: one line of JSON. */
  public String json() {
    var json = JsonNodeFactory.instance.objectNode();
    json.put("text", text).put("lang", language.code()).put("intent", intent);
    if (!slots.isEmpty()) {
      var values = json.putObject("slots");
      new TreeMap<>(slots).forEach((slot, said) -> said.forEach(values.putArray(slot)::add));
    }
    return json.toString();
  }

  /** The text without case, punctuation and spaces: what makes two examples the same. */
  String fingerprint() {
    return Normalizer.normalize(text, Normalizer.Form.NFKC)
        .toLowerCase(Locale.ROOT)
        .replaceAll("[\\p{P}\\p{S}\\s]+", "");
  }
}
