package deskbell.conversation;

import java.util.List;
import java.util.Optional;

/** Something the bot says, not yet numbered. The text is safe Markdown. */
public record Reply(String text, List<Choice> choices, List<Card> cards, Optional<Source> source) {
  public Reply {
    if (text.isBlank() && cards.isEmpty()) {
      throw new Invalid("reply.text", "is blank");
    }
    choices = List.copyOf(choices);
    cards = List.copyOf(cards);
  }

  /** A reply of words alone. */
  public static Reply of(String text) {
    return new Reply(text, List.of(), List.of(), Optional.empty());
  }

  /** A reply of words with their source. */
  public static Reply of(String text, Source source) {
    return new Reply(text, List.of(), List.of(), Optional.of(source));
  }

  /** This reply with cards below it. */
  public Reply showing(List<Card> shown) {
    return new Reply(text, choices, shown, source);
  }

  /** This reply with buttons below it. */
  public Reply with(List<Choice> offered) {
    return new Reply(text, offered, cards, source);
  }
}
