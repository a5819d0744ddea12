package deskbell.training;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import deskbell.conversation.Invalid;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A text whose values were marked as Rasa marks them: {@code [2 shirts](product)}, {@code
 * [it](product:shirt)} or {@code [it]{"entity":"product"}}.
 *
 * @param text without the marks
 * @param slots the marked words by slot
 */
record MarkedText(String text, Map<String, List<String>> slots) {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Pattern MARK =
      Pattern.compile("\\[([^\\]]+)\\](?:\\(([^):]+)(?::[^)]*)?\\)|(\\{[^}]*\\}))");

  MarkedText {
    slots = Map.copyOf(slots);
  }

  static MarkedText of(String marked) {
    var slots = new TreeMap<String, List<String>>();
    var text = new StringBuilder();
    var matcher = MARK.matcher(marked);
    while (matcher.find()) {
      var slot = matcher.group(2) == null ? named(matcher.group(3)) : matcher.group(2).strip();
      slots.computeIfAbsent(slot, _ -> new ArrayList<>()).add(matcher.group(1));
      matcher.appendReplacement(text, Matcher.quoteReplacement(matcher.group(1)));
    }
    return new MarkedText(matcher.appendTail(text).toString(), slots);
  }

  private static String named(String json) {
    try {
      return JsonLines.text(JSON.readTree(json), "entity");
    } catch (JsonProcessingException malformed) {
      throw new Invalid("mark", json + " is not JSON", malformed);
    }
  }
}
