package deskbell.dialog.rehearsal;

import deskbell.conversation.Language;
import deskbell.conversation.Understood;
import deskbell.dialog.Dialogue;
import deskbell.dialog.Flows;
import deskbell.dialog.flow.Conversation;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;

/** Runs written conversations. Immutable; any thread. */
public final class Rehearsal {
  private final Dialogue dialogue;
  private final BiFunction<String, Optional<Language>, Understood> interpreter;

  /**
   * A rehearsal of these flows.
   *
   * @param interpreter understands a text, given the conversation's language
   */
  public Rehearsal(
      Dialogue dialogue, BiFunction<String, Optional<Language>, Understood> interpreter) {
    this.dialogue = dialogue;
    this.interpreter = interpreter;
  }

  /** Runs every conversation of every flow. */
  public List<Verdict> runAll(Flows flows) {
    return flows.all().stream()
        .flatMap(flow -> flow.conversations().stream())
        .map(this::run)
        .toList();
  }

  /** Runs one conversation. */
  public Verdict run(Conversation conversation) {
    var stage = new Stage(dialogue, interpreter, conversation);
    try {
      stage.play();
      return new Verdict(conversation, stage.transcript(), Optional.empty());
    } catch (Mismatch mismatch) {
      return new Verdict(conversation, stage.transcript(), Optional.of(mismatch.failure()));
    }
  }
}
