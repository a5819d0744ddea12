package deskbell.answering.grounding;

import deskbell.neural.PlainText;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * What may be left out of facts: whole clauses of a sentence, never one that a colon ties to
 * another. Nothing may be joined that stands in different facts, as the price of one thing would
 * then be that of the other; only what a list is about goes before any of its points. Immutable;
 * any thread.
 */
public final class Clauses {
  private static final Pattern SENTENCES = Pattern.compile("[!?。！？\\n]+|\\.+(?=\\s|$)");

  /** What ends a clause; points within numbers, times and addresses don't. */
  private static final Pattern END = Pattern.compile("[;!?，。；：！？\\n]+|[.,:]+(?=\\s|$)");

  /**
   * A part of a sentence.
   *
   * @param tied whether a colon ties what follows to it
   */
  private record Clause(String text, boolean tied) {}

  /**
   * What may be said in one sentence.
   *
   * @param lead what has to be said, too: what the list is about that this is a point of
   */
  private record Fact(List<Clause> clauses, Optional<String> lead) {}

  private final List<Fact> facts;

  private Clauses(List<Fact> facts) {
    this.facts = List.copyOf(facts);
  }

  /** The clauses of facts, each of which is a sentence or a point of a list. */
  public static Clauses of(List<String> facts) {
    var all = new ArrayList<Fact>();
    List<Clause> lead = List.of();
    for (var text : facts) {
      var clauses = clauses(text);
      if (!lead.isEmpty()) {
        all.add(
            new Fact(Stream.concat(lead.stream(), clauses.stream()).toList(), Optional.empty()));
      }
      all.add(new Fact(clauses, lead.stream().reduce((_, last) -> last).map(Clause::text)));
      if (!clauses.isEmpty() && clauses.getLast().tied()) {
        lead = clauses;
      }
    }
    return new Clauses(all);
  }

  private static List<Clause> clauses(String text) {
    var clauses = new ArrayList<Clause>();
    var ends = END.matcher(text);
    int from = 0;
    while (ends.find()) {
      add(text.substring(from, ends.start()), ends.group(), clauses);
      from = ends.end();
    }
    add(text.substring(from), "", clauses);
    return clauses;
  }

  private static void add(String text, String end, List<Clause> clauses) {
    var plain = PlainText.of(text);
    if (!plain.isEmpty()) {
      clauses.add(new Clause(plain, end.contains(":") || end.contains("：")));
    }
  }

  /** The first clause that no fact has in its place; empty where all have theirs. */
  public Optional<String> foreign(String text) {
    var sentences = SENTENCES.splitAsStream(text).map(Clauses::said).toList();
    var said = sentences.stream().flatMap(List::stream).toList();
    return sentences.stream()
        .filter(sentence -> facts.stream().noneMatch(fact -> holds(fact, sentence, said)))
        .map(this::foreign)
        .findFirst();
  }

  private static List<String> said(String sentence) {
    return clauses(sentence).stream().map(Clause::text).toList();
  }

  private String foreign(List<String> sentence) {
    var known =
        facts.stream()
            .flatMap(fact -> fact.clauses().stream())
            .map(Clause::text)
            .collect(Collectors.toUnmodifiableSet());
    return sentence.stream()
        .filter(clause -> !known.contains(clause))
        .findFirst()
        .orElse(sentence.getLast());
  }

  private static boolean holds(Fact fact, List<String> sentence, List<String> said) {
    return fact.lead().stream().allMatch(said::contains) && holds(fact.clauses(), 0, sentence, 0);
  }

  /** Whether what is said from a place on stands in a fact from a place on, in that order. */
  private static boolean holds(List<Clause> fact, int from, List<String> said, int next) {
    boolean tied = from > 0 && fact.get(from - 1).tied();
    if (next == said.size()) {
      return from == fact.size() || !tied;
    }
    return IntStream.range(from, tied ? Math.min(from + 1, fact.size()) : fact.size())
        .filter(place -> place == from || !fact.get(place - 1).tied())
        .filter(place -> fact.get(place).text().equals(said.get(next)))
        .anyMatch(place -> holds(fact, place + 1, said, next + 1));
  }
}
