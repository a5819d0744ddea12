package deskbell.conversation;

/** A quick reply: what the button says and what pressing it means. */
public record Choice(String label, String value) {
  public Choice {
    if (label.isBlank()) {
      throw new Invalid("choices.label", "is blank");
    }
  }
}
