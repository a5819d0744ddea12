package deskbell.understanding;

import deskbell.neural.Placeholders;
import deskbell.neural.PlainText;
import deskbell.neural.Prompt;
import deskbell.understanding.Revision.Exchange;
import deskbell.understanding.Revision.Joined;
import deskbell.understanding.Revision.Same;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * A follow-up as the model reads it: in plain form, its numbers and codes hidden, so that they can
 * be copied whole and never made up. Immutable.
 */
public final class FollowUp {
  /** What the shopper said before that is read, at most. */
  private static final int MOST_BEFORE = 2;

  /** Characters that are read of what was said before. */
  private static final int LONGEST_BEFORE = 160;

  private static final Pattern FIRST_WORD = Pattern.compile("(?!\\p{IsHan})\\p{L}");

  private static final Pattern VALUE = Pattern.compile("\\{\\d+\\}");

  private static final Pattern CHINESE = Pattern.compile("\\p{IsHan}");

  private final Placeholders hidden;
  private final List<String> turns;

  /**
   * A follow-up.
   *
   * @param before what the shopper said before, oldest first
   */
  public FollowUp(String text, List<String> before) {
    var last = before.subList(Math.max(0, before.size() - MOST_BEFORE), before.size()).reversed();
    var texts = Stream.concat(Stream.of(PlainText.of(text)), last.stream().map(FollowUp::cut));
    hidden = Placeholders.of(texts.toList());
    turns = hidden.facts().stream().map(FollowUp::spaced).toList();
  }

  private static String cut(String turn) {
    var plain = PlainText.of(turn);
    return plain.length() > LONGEST_BEFORE ? plain.substring(0, LONGEST_BEFORE) : plain;
  }

  /** What the model reads. */
  public Prompt prompt() {
    return new Prompt(turns.getFirst(), turns.subList(1, turns.size()).reversed(), List.of());
  }

  /**
   * The shortest revision that makes this text of the follow-up, but for the mark at its end; empty
   * where the text holds a value that nobody said.
   */
  public Optional<Revision> revision(String alone) {
    return inside(alone)
        .map(
            text ->
                whole(text)
                    .orElseGet(
                        () ->
                            IntStream.range(0, turns.size())
                                .mapToObj(turn -> exchange(turn, text, List.of()))
                                .min(Comparator.comparingInt(WordRun::words))
                                .orElseThrow()));
  }

  /**
   * The revision that makes this text by changing one turn; empty where the text holds a value that
   * nobody said.
   *
   * @param turn 0 for what is said now, 1 for the turn before it
   * @param names that are exchanged whole or not at all
   */
  public Optional<Revision> revision(String alone, int turn, List<String> names) {
    var runs = names.stream().flatMap(name -> inside(name).stream()).map(WordRun::of).toList();
    return inside(alone).map(text -> whole(text).orElseGet(() -> exchange(turn, text, runs)));
  }

  /** A text as it would stand among the turns. */
  private Optional<String> inside(String text) {
    return hidden.hide(PlainText.of(text)).map(FollowUp::spaced);
  }

  /** The revision that makes a text without exchanging anything. */
  private Optional<Revision> whole(String alone) {
    var wanted = WordRun.of(alone).bare();
    if (WordRun.of(turns.getFirst()).bare().equals(wanted)) {
      return Optional.of(new Same());
    }
    return Optional.<Revision>of(new Joined())
        .filter(_ -> turns.size() > 1 && WordRun.of(joined()).bare().equals(wanted));
  }

  private Exchange exchange(int turn, String alone, List<WordRun> names) {
    return run(turn).exchange(turn, WordRun.of(alone), names);
  }

  /** The follow-up after a revision; empty where that can't be, or names a value nobody said. */
  public Optional<String> revised(Revision revision) {
    var text =
        switch (revision) {
          case Same() -> Optional.of(turns.getFirst());
          case Joined() -> Optional.of(turns.size() > 1 ? joined() : turns.getFirst());
          case Exchange exchange -> exchanged(exchange);
        };
    return text.flatMap(written -> hidden.fill(written.strip()));
  }

  private Optional<String> exchanged(Exchange exchange) {
    if (exchange.turn() == 0 && namesOne(exchange)) {
      return Optional.empty();
    }
    var bare = IntStream.range(0, turns.size()).mapToObj(turn -> run(turn).bare()).toList();
    return run(exchange.turn()).exchanged(WholeWords.of(exchange, bare));
  }

  /** Whether a thing would be put beside words for one of its kind ("an order", "一个订单"). */
  private boolean namesOne(Exchange exchange) {
    var kind = VALUE.matcher(exchange.by()).replaceAll("").strip();
    var said = turns.getFirst();
    var kept = exchange.part().isEmpty() ? said : said.replace(exchange.part(), " ");
    return !kind.isEmpty() && kept.contains(kind);
  }

  private WordRun run(int turn) {
    return WordRun.of(turn == 0 ? spaced(LeadWords.without(turns.getFirst())) : turns.get(turn));
  }

  private String joined() {
    var added = LeadWords.without(turns.getFirst());
    var joint = CHINESE.matcher(added).find() ? "," : ", ";
    return run(1).bare() + joint + added.strip();
  }

  /** A word that comes first has a space before it like all others, so that it is copied alike. */
  private static String spaced(String plain) {
    return FIRST_WORD.matcher(plain).lookingAt() ? " " + plain : plain;
  }
}
