package deskbell.dialog.flow;

import deskbell.conversation.Choice;
import deskbell.conversation.Language;

/** One of the answers that a question allows. */
public record Option(String value, Wordings wordings) {
  /** The option as a button. */
  public Choice button(Language language) {
    return new Choice(wordings.label(language), value);
  }
}
