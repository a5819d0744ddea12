package deskbell.training.material;

import com.fasterxml.jackson.databind.JsonNode;
import deskbell.conversation.Invalid;
import deskbell.training.JsonLines;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** A line of a file of follow-ups. Slots stand in braces and name a list of values. */
sealed interface FrameLine {
  Pattern SLOT = Pattern.compile("\\{(\\w+)\\}");

  /** Reads a line; what it is, its first key says. */
  static FrameLine of(JsonNode line) {
    if (line.has("values")) {
      return new Values(JsonLines.text(line, "values"), JsonLines.texts(line, "of"));
    }
    if (line.has("ask")) {
      return new Ask(JsonLines.text(line, "ask"), JsonLines.text(line, "topic"));
    }
    if (line.has("instead")) {
      return new Instead(JsonLines.text(line, "instead"), JsonLines.texts(line, "follow"));
    }
    if (line.has("about")) {
      return new About(
          JsonLines.text(line, "about"),
          JsonLines.texts(line, "follow"),
          JsonLines.text(line, "alone"));
    }
    if (line.has("more")) {
      return new More(JsonLines.text(line, "more"), JsonLines.texts(line, "follow"));
    }
    if (line.has("alone")) {
      return new Alone(JsonLines.texts(line, "alone"));
    }
    throw new Invalid("line", "is none of values, ask, instead, about, more, alone");
  }

  /** The slots of a text, from left to right. */
  static List<String> slots(String text) {
    return SLOT.matcher(text).results().map((MatchResult hit) -> hit.group(1)).toList();
  }

  private static void needed(String key, List<String> texts) {
    if (texts.isEmpty()) {
      throw new Invalid(key, "is empty");
    }
  }

  private static void only(String slot, String text, String key) {
    if (slots(text).stream().anyMatch(other -> !other.equals(slot))) {
      throw new Invalid(key, "has another slot than {" + slot + "}: " + text);
    }
  }

  /** What a slot may stand for. */
  record Values(String slot, List<String> of) implements FrameLine {
    public Values {
      of = List.copyOf(of);
      if (of.stream().distinct().count() < 2) {
        throw new Invalid("of", "needs two values or more for {" + slot + "}");
      }
    }
  }

  /** A question. */
  record Ask(String text, String topic) implements FrameLine {
    public Ask {
      if (slots(text).stream().distinct().count() < slots(text).size()) {
        throw new Invalid("ask", "has a slot twice: " + text);
      }
    }
  }

  /** Asks the last question again for another value of a slot. */
  record Instead(String slot, List<String> follow) implements FrameLine {
    public Instead {
      follow = List.copyOf(follow);
      needed("follow", follow);
      for (var text : follow) {
        only(slot, text, "follow");
        if (!slots(text).contains(slot)) {
          throw new Invalid("follow", "has no {" + slot + "}: " + text);
        }
      }
    }
  }

  /** Asks about what a slot stood for before, without naming it; and the same, naming it. */
  record About(String slot, List<String> follow, String alone) implements FrameLine {
    public About {
      follow = List.copyOf(follow);
      needed("follow", follow);
      for (var text : follow) {
        if (!slots(text).isEmpty()) {
          throw new Invalid("follow", "names what it should refer to: " + text);
        }
      }
      only(slot, alone, "alone");
      if (!slots(alone).contains(slot)) {
        throw new Invalid("alone", "has no {" + slot + "}: " + alone);
      }
    }
  }

  /** Asks on about the whole of what was asked. */
  record More(String topic, List<String> follow) implements FrameLine {
    public More {
      follow = List.copyOf(follow);
      needed("follow", follow);
    }
  }

  /** Stands alone. */
  record Alone(List<String> texts) implements FrameLine {
    public Alone {
      texts = List.copyOf(texts);
      needed("alone", texts);
    }
  }
}
