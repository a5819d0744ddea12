package deskbell.neural;

/**
 * A part of what the model writes.
 *
 * @param mark what the text is for: a slot or one of {@link Pieces#REVISION}; empty for plain text
 * @param text may be empty
 */
public record Part(String mark, String text) {
  /** Text without a mark. */
  public static Part plain(String text) {
    return new Part("", text);
  }

  /** Whether it has no mark. */
  public boolean isPlain() {
    return mark.isEmpty();
  }
}
