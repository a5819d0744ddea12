package deskbell.understanding;

import deskbell.neural.Placeholders;
import deskbell.neural.PlainText;
import deskbell.neural.Prompt;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
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

  private final Placeholders hidden;

  /**
   * A follow-up.
   *
   * @param before what the shopper said before, oldest first
   */
  public FollowUp(String text, List<String> before) {
    var last = before.subList(Math.max(0, before.size() - MOST_BEFORE), before.size()).reversed();
    var texts = Stream.concat(Stream.of(PlainText.of(text)), last.stream().map(FollowUp::cut));
    hidden = Placeholders.of(texts.toList());
  }

  private static String cut(String turn) {
    var plain = PlainText.of(turn);
    return plain.length() > LONGEST_BEFORE ? plain.substring(0, LONGEST_BEFORE) : plain;
  }

  /** What the model reads. */
  public Prompt prompt() {
    var texts = hidden.facts().stream().map(FollowUp::spaced).toList();
    return new Prompt(texts.getFirst(), texts.subList(1, texts.size()).reversed(), List.of());
  }

  /** What the model writes where it means this; empty where that holds a value nobody said. */
  public Optional<String> hide(String alone) {
    return hidden.hide(PlainText.of(alone)).map(FollowUp::spaced);
  }

  /** What the model means that wrote this; empty where it names a value that nobody said. */
  public Optional<String> show(String written) {
    return hidden.fill(written.strip());
  }

  /** A word that comes first has a space before it like all others, so that it is copied alike. */
  private static String spaced(String plain) {
    return FIRST_WORD.matcher(plain).lookingAt() ? " " + plain : plain;
  }
}
