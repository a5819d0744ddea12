package deskbell.answering.grounding;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Whether texts hold only what facts hold: every number, price, share, date, time, span of time,
 * name, link, address and code of a text must stand in the facts, in digits or words of either
 * language, with what it counts. Five hours are no five days, and 5 % no €5. It does not know what
 * sentences mean: values of the facts in the wrong place are grounded. Immutable; any thread.
 */
public final class Grounding {
  private static final String WORDS = "words ";
  private static final String MONEY = "money";

  private final Names names;
  private final String words;
  private final Set<String> held = new HashSet<>();

  private Grounding(Names names, Claims facts) {
    this.names = names;
    this.words = facts.words();
    facts.stated().forEach(claim -> held.addAll(claim.holds()));
  }

  /** What these facts allow to be said. */
  public static Grounding in(String facts, Names names) {
    return new Grounding(names, Claims.of(facts, names));
  }

  /** The first value in a text that the facts do not hold; empty where all are held. */
  public Optional<String> invented(String text) {
    return Claims.of(text, names).stated().stream()
        .filter(claim -> !holds(claim.needs()))
        .map(Claim::said)
        .findFirst();
  }

  /** Every value that a text states, as they are compared, in the order of the text. */
  public static List<String> values(String text, Names names) {
    return Claims.of(text, names).stated().stream().map(Claim::needs).distinct().toList();
  }

  /**
   * What kinds of values a text states: {@code money}, {@code minutes}, {@code weekday}. Prices are
   * of one kind in whatever currency, and so is what costs nothing.
   */
  public static Set<String> kinds(String text) {
    return values(text, Names.KNOWN).stream()
        .map(value -> value.split(" ", 2)[0])
        .map(kind -> isPrice(kind) ? MONEY : kind)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static boolean isPrice(String kind) {
    return Units.CURRENCIES.contains(kind) || kind.equals(Freedom.FREE);
  }

  private boolean holds(String needed) {
    return held.contains(needed)
        || (needed.startsWith(WORDS) && hasWords(needed.substring(WORDS.length())));
  }

  private boolean hasWords(String wanted) {
    return Pattern.compile("(?<![a-z0-9])" + Pattern.quote(wanted) + "(?![a-z0-9])")
        .matcher(words)
        .find();
  }
}
