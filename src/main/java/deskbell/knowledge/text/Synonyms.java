package deskbell.knowledge.text;

import deskbell.conversation.Invalid;
import deskbell.conversation.Language;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Words and phrases that mean the same, from a file in Solr's format: {@code parcel, package} makes
 * both one concept, named after the first; {@code dpd => courier} turns what stands left into what
 * stands right; {@code #} starts a comment. Immutable; any thread.
 */
public final class Synonyms {
  /** No synonyms at all. */
  public static final Synonyms NONE = new Synonyms(Map.of());

  private final Map<List<String>, List<String>> concepts;

  /** How many terms the longest entry has that begins with a term. */
  private final Map<String, Integer> longest = new HashMap<>();

  private Synonyms(Map<List<String>, List<String>> concepts) {
    this.concepts = Map.copyOf(concepts);
    concepts.keySet().forEach(entry -> longest.merge(entry.getFirst(), entry.size(), Math::max));
  }

  /**
   * Reads a file's text. A line with one phrase of several words makes the phrase a concept. A
   * broken line is {@link Invalid}, naming file, line and rule.
   *
   * @param file named in errors
   */
  public static Synonyms parse(String file, Language language, String text) {
    var builder = new Builder(language);
    var number = 0;
    for (var line : text.lines().toList()) {
      number++;
      var content = line.strip();
      if (!content.isEmpty() && !content.startsWith("#")) {
        builder.line(file + ":" + number, content);
      }
    }
    return new Synonyms(builder.concepts);
  }

  /** The longest entry that starts at a term; a match of length 0 where there is none. */
  Match longest(List<String> terms, int start) {
    var most = longest.getOrDefault(terms.get(start), 0);
    for (var length = Math.min(most, terms.size() - start); length > 0; length--) {
      var found = concepts.get(terms.subList(start, start + length));
      if (found != null) {
        return new Match(length, found);
      }
    }
    return Match.NOTHING;
  }

  /** Every entry of a single term. */
  public Set<String> singleTerms() {
    return concepts.keySet().stream()
        .filter(entry -> entry.size() == 1)
        .map(List::getFirst)
        .collect(Collectors.toUnmodifiableSet());
  }

  /** How many entries there are. */
  public int size() {
    return concepts.size();
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Synonyms synonyms && concepts.equals(synonyms.concepts);
  }

  @Override
  public int hashCode() {
    return concepts.hashCode();
  }

  /** A found entry: how many terms it takes and the concepts that stand for them. */
  record Match(int length, List<String> concepts) {
    static final Match NOTHING = new Match(0, List.of());
  }

  /** Collects the entries of a file. */
  private static final class Builder {
    private final Language language;
    private final Map<List<String>, List<String>> concepts = new HashMap<>();

    Builder(Language language) {
      this.language = language;
    }

    void line(String place, String content) {
      var sides = content.split("=>", -1);
      if (sides.length > 2) {
        throw new Invalid(place, "has more than one \"=>\"");
      }
      var left = entries(place, sides[0]);
      var right = sides.length == 2 ? entries(place, sides[1]) : left.subList(0, 1);
      if (sides.length == 1 && left.size() < 2 && left.getFirst().size() < 2) {
        throw new Invalid(place, "has only one word; synonyms need two or more between commas");
      }
      var names = right.stream().map(entry -> String.join("_", entry)).toList();
      left.forEach(entry -> add(entry, names));
      if (sides.length == 2) {
        right.forEach(entry -> add(entry, List.of(String.join("_", entry))));
      }
    }

    private List<List<String>> entries(String place, String side) {
      var entries = new ArrayList<List<String>>();
      for (var entry : side.split(",", -1)) {
        var terms = terms(entry);
        if (terms.isEmpty()) {
          throw new Invalid(place, "has an empty entry: \"" + entry.strip() + "\"");
        }
        entries.add(terms);
      }
      return entries;
    }

    private List<String> terms(String entry) {
      return switch (language) {
        case EN -> EnglishWords.stems(Normal.of(entry));
        case ZH -> ChineseAnalysis.characters(Normal.of(entry));
      };
    }

    /** An entry of two lines stands for the concepts of both. */
    private void add(List<String> entry, List<String> names) {
      var all = new LinkedHashSet<>(concepts.getOrDefault(entry, List.of()));
      all.addAll(names);
      concepts.put(List.copyOf(entry), List.copyOf(all));
    }
  }
}
