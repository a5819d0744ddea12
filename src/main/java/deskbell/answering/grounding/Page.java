package deskbell.answering.grounding;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** A text from which claims are taken, so that none is read twice. Confined to one reading. */
final class Page {
  /** Stands for what was taken; part of no word. */
  private static final String TAKEN = "\u0001";

  private final StringBuilder rest;
  private final List<Claim> claims = new ArrayList<>();

  Page(String text) {
    rest = new StringBuilder(text);
  }

  /** What nobody has taken yet, everything in its place. */
  String rest() {
    return rest.toString();
  }

  /** Takes what a pattern finds and a reader makes a claim of. */
  void take(Pattern pattern, Function<MatchResult, Optional<Claim>> reader) {
    pattern
        .matcher(rest())
        .results()
        .forEach(hit -> reader.apply(hit).ifPresent(claim -> take(hit.start(), hit.end(), claim)));
  }

  /** Takes the characters from one place to another, which state a claim. */
  void take(int from, int to, Claim claim) {
    claims.add(claim);
    rest.replace(from, to, TAKEN.repeat(to - from));
  }

  /** Notes a claim whose words others may still read. */
  void note(Claim claim) {
    claims.add(claim);
  }

  /** All claims in the order of the text. */
  List<Claim> claims() {
    return claims.stream().sorted(Comparator.comparingInt(Claim::at)).toList();
  }
}
