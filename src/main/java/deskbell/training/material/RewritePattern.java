package deskbell.training.material;

import com.fasterxml.jackson.databind.JsonNode;
import deskbell.conversation.Invalid;
import deskbell.conversation.Language;
import deskbell.training.JsonLines;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One way in which talk goes on, with slots in braces: a first question, its answer, several
 * follow-ups that mean the same, and that meaning said in full. Immutable.
 *
 * @param history earlier turns, oldest first; the question that the follow-ups refer to and its
 *     answer come last
 * @param alone {@link #AS_IT_IS} where the follow-ups stand alone already
 * @param fill the values that each slot may have
 */
record RewritePattern(
    List<String> history, List<String> follow, String alone, Map<String, List<String>> fill) {
  /** Stands for the follow-up itself. */
  static final String AS_IT_IS = "=";

  private static final Pattern SLOT = Pattern.compile("\\{(\\w+)\\}");

  RewritePattern {
    history = List.copyOf(history);
    follow = List.copyOf(follow);
    fill = Map.copyOf(fill);
    if (follow.isEmpty()) {
      throw new Invalid("follow", "is empty");
    }
    check("rewrite", alone, fill);
    for (var text : history) {
      check("history", text, fill);
    }
    for (var text : follow) {
      check("follow", text, fill);
    }
  }

  private static void check(String key, String text, Map<String, List<String>> fill) {
    SLOT.matcher(text)
        .results()
        .map(hit -> hit.group(1))
        .filter(slot -> fill.getOrDefault(slot, List.of()).isEmpty())
        .findFirst()
        .ifPresent(
            slot -> {
              throw new Invalid(key, "has the slot {" + slot + "} that nothing fills");
            });
  }

  /** The patterns of a file. Blocks for the disk. */
  static List<RewritePattern> read(Path file) {
    return JsonLines.read(file, RewritePattern::of);
  }

  private static RewritePattern of(JsonNode line) {
    var history = new ArrayList<>(JsonLines.texts(line, "before"));
    history.add(JsonLines.text(line, "first"));
    history.add(JsonLines.text(line, "answer"));
    var fill = new LinkedHashMap<String, List<String>>();
    line.path("fill").fieldNames().forEachRemaining(slot -> fill.put(slot, values(line, slot)));
    return new RewritePattern(
        history, JsonLines.texts(line, "follow"), JsonLines.text(line, "rewrite"), fill);
  }

  private static List<String> values(JsonNode line, String slot) {
    return JsonLines.texts(line.path("fill"), slot);
  }

  /** Up to so many different pairs, each follow-up as often as another. */
  List<Rewriting> pairs(Language language, int most, Random random) {
    var pairs = new LinkedHashSet<Rewriting>();
    for (int attempt = 0; attempt < 2 * most && pairs.size() < most; attempt++) {
      pairs.add(pair(language, follow.get(attempt % follow.size()), drawn(random)));
    }
    return List.copyOf(pairs);
  }

  /** One value a slot; two slots of the same values differ where they can. */
  private Map<String, String> drawn(Random random) {
    var drawn = new LinkedHashMap<String, String>();
    fill.keySet().stream()
        .sorted()
        .forEach(
            slot -> {
              var free = new ArrayList<>(fill.get(slot));
              if (!drawn.values().containsAll(free)) {
                free.removeAll(drawn.values());
              }
              drawn.put(slot, free.get(random.nextInt(free.size())));
            });
    return drawn;
  }

  private Rewriting pair(Language language, String text, Map<String, String> values) {
    var filled = filled(text, values);
    return new Rewriting(
        language,
        history.stream().map(turn -> filled(turn, values)).toList(),
        filled,
        alone.equals(AS_IT_IS) ? filled : filled(alone, values));
  }

  private static String filled(String text, Map<String, String> values) {
    return SLOT.matcher(text).replaceAll(hit -> Matcher.quoteReplacement(values.get(hit.group(1))));
  }
}
