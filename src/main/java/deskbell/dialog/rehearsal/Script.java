package deskbell.dialog.rehearsal;

import deskbell.dialog.flow.Conversation;
import deskbell.dialog.flow.Conversation.Line;
import deskbell.dialog.flow.Place;
import java.util.Optional;

/** The lines of a conversation, taken one after the other, and what the bot has said since. */
final class Script {
  private final Conversation conversation;
  private final StringBuilder said = new StringBuilder();
  private int next;

  Script(Conversation conversation) {
    this.conversation = conversation;
  }

  /** The next line, left where it is. */
  Optional<Line> peek() {
    return next < conversation.lines().size()
        ? Optional.of(conversation.lines().get(next))
        : Optional.empty();
  }

  /** Takes the next line. */
  void take() {
    next++;
  }

  /** Where the conversation is. */
  Place place() {
    return peek().map(Line::place).orElse(conversation.place());
  }

  /** The bot says something. */
  void hears(String text) {
    said.append(text).append('\n');
  }

  /** Takes the lines that say what the bot says, and compares them with what it has said. */
  void settleWords() {
    while (peek().orElse(null) instanceof Conversation.Bot(var fragments, var place)) {
      for (var fragment : fragments) {
        if (said.indexOf(fragment) < 0) {
          throw new Mismatch(place, "the bot doesn't say \"" + fragment + "\"");
        }
      }
      take();
    }
    said.setLength(0);
  }

  /** Takes a line of a kind, after the bot's words before it. */
  <T extends Line> T expect(Class<T> kind, String happened) {
    settleWords();
    var line = peek();
    if (line.isEmpty() || !kind.isInstance(line.get())) {
      throw new Mismatch(place(), "here " + happened + ", which is not written");
    }
    take();
    return kind.cast(line.get());
  }

  /** Takes a line of a kind if it comes next. */
  <T extends Line> Optional<T> optional(Class<T> kind) {
    settleWords();
    var line = peek().filter(kind::isInstance).map(kind::cast);
    line.ifPresent(_ -> take());
    return line;
  }
}
