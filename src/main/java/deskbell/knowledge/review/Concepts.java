package deskbell.knowledge.review;

import deskbell.conversation.Invalid;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * Finds what a question is about, in either language, by a glossary of words that mean the same:
 * "parking", "car park" and 停车 are one concept. Of words that overlap the longest counts, from left
 * to right. Immutable; any thread.
 */
public final class Concepts {
  private static final String GLOSSARY = "concepts.txt";
  private static final Pattern UNIT =
      Pattern.compile("\\p{IsHan}|(?:(?!\\p{IsHan})[\\p{L}\\p{M}\\d'])+");
  private static final Pattern BETWEEN = Pattern.compile(", *");
  private static final Pattern SIDES = Pattern.compile(" = ");

  private final Map<List<String>, Set<Integer>> concepts;
  private final int longest;

  private Concepts(Map<List<String>, Set<Integer>> concepts) {
    this.concepts = concepts;
    longest = concepts.keySet().stream().mapToInt(List::size).max().orElse(0);
  }

  private static final class Shipped {
    private static final Concepts CONCEPTS = of(lines());

    private static List<String> lines() {
      try (var file = Concepts.class.getResourceAsStream(GLOSSARY)) {
        return new String(file.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
      } catch (IOException damaged) {
        throw new UncheckedIOException(damaged);
      }
    }
  }

  /** Those of the glossary that comes with Deskbell. */
  public static Concepts shipped() {
    return Shipped.CONCEPTS;
  }

  /**
   * Those of a glossary: a concept a line, {@code parking, car park = 停车, 停车场}; lines that begin
   * with # say nothing. A line without both sides is {@link Invalid}.
   */
  static Concepts of(List<String> lines) {
    var concepts = new HashMap<List<String>, Set<Integer>>();
    for (int line = 0; line < lines.size(); line++) {
      var text = lines.get(line);
      if (text.isBlank() || text.startsWith("#")) {
        continue;
      }
      if (SIDES.splitAsStream(text).count() != 2) {
        throw new Invalid(GLOSSARY, "line " + (line + 1) + " has not one \" = \": " + text);
      }
      for (var word : BETWEEN.splitAsStream(SIDES.matcher(text).replaceAll(", ")).toList()) {
        concepts.computeIfAbsent(units(word), _ -> new HashSet<>()).add(line);
      }
    }
    return new Concepts(concepts);
  }

  /** The concepts in a text, by number; those of a word that has two are both there. */
  public Set<Integer> in(String text) {
    var units = units(text);
    var found = new HashSet<Integer>();
    for (int from = 0; from < units.size(); ) {
      int length = longest(units, from);
      if (length > 0) {
        found.addAll(concepts.get(units.subList(from, from + length)));
      }
      from += Math.max(1, length);
    }
    return found;
  }

  /** How many units from a place on are the longest known word; 0 where none is. */
  private int longest(List<String> units, int from) {
    int length = Math.min(longest, units.size() - from);
    while (length > 0 && !concepts.containsKey(units.subList(from, from + length))) {
      length--;
    }
    return length;
  }

  /** Words of letters, and Chinese characters one by one. */
  private static List<String> units(String text) {
    var plain = text.toLowerCase(Locale.ROOT).replace('’', '\'');
    return new ArrayList<>(UNIT.matcher(plain).results().map(MatchResult::group).toList());
  }
}
