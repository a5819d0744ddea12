package deskbell.conversation;

/** What a shopper's turn asks. */
public sealed interface Ask {
  /** The words that stand in the transcript for it. */
  String text();

  /** Typed words. */
  record Say(String text) implements Ask {
    /** Characters a message may have at most. */
    public static final int MAX_CHARACTERS = 2_000;

    public Say {
      if (text.codePoints().allMatch(Say::isInvisible)) {
        throw new Invalid("text", "is blank");
      }
      if (text.length() > MAX_CHARACTERS) {
        throw new Invalid(
            "text", "has " + text.length() + " characters; at most " + MAX_CHARACTERS);
      }
    }

    /** Spaces of any width, those that don't break and those without width, too. */
    private static boolean isInvisible(int character) {
      return Character.isWhitespace(character)
          || Character.isSpaceChar(character)
          || Character.getType(character) == Character.FORMAT;
    }
  }

  /**
   * A pressed quick reply.
   *
   * @param message the bot's message that offered it
   * @param text the choice's label; empty until the question was read from the store
   */
  record Choose(long message, String value, String text) implements Ask {}

  /**
   * The button that asks for a person; the text is the button's label in the shopper's language.
   */
  record Human(String text) implements Ask {}
}
