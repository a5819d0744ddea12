package deskbell.webchat;

import deskbell.conversation.Invalid;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What a shopper does besides taking turns. Two frames are the same where their deeds are equal.
 */
public sealed interface Deed {
  /** One address and nothing else: no name, no list, no line's end. */
  Pattern ADDRESS =
      Pattern.compile("[^\\s\\p{Cntrl}@<>(),:;\"\\\\]+@[\\p{L}\\p{N}-]+(\\.[\\p{L}\\p{N}-]+)+");

  /** Ends the conversation: mode closed, a higher epoch; an open ticket ends with it. */
  record Close() implements Deed {}

  /**
   * Judges one answer, or the whole conversation where {@code message} is empty. A later judgement
   * of the same thing replaces the earlier one.
   *
   * @param score 1 to 5
   */
  record Rate(
      Optional<Long> message,
      Optional<Boolean> helpful,
      Optional<Integer> score,
      Optional<String> comment)
      implements Deed {
    /** The worst and the best score. */
    public static final int MIN_SCORE = 1;

    /** The best score. */
    public static final int MAX_SCORE = 5;

    /** Characters a comment may have at most. */
    public static final int MAX_COMMENT = 2_000;

    public Rate {
      if (helpful.isEmpty() && score.isEmpty() && comment.isEmpty()) {
        throw new Invalid("rate", "needs helpful, score or comment");
      }
      if (score.filter(value -> value < MIN_SCORE || value > MAX_SCORE).isPresent()) {
        throw new Invalid("score", "is " + score.get() + "; from 1 to 5");
      }
      if (comment.filter(words -> words.length() > MAX_COMMENT).isPresent()) {
        throw new Invalid(
            "comment", "has " + comment.get().length() + " characters; at most " + MAX_COMMENT);
      }
    }
  }

  /**
   * Leaves a message with an address for the answer, when nobody is there: a shopper's message in
   * the transcript that the bot does not answer, and a ticket with the address. Allowed in every
   * mode but closed.
   */
  record Leave(String email, String text) implements Deed {
    /** Characters an e-mail address may have at most. RFC 5321, section 4.5.3.1. */
    public static final int MAX_EMAIL = 254;

    /** Characters a message may have at most. */
    public static final int MAX_TEXT = 2_000;

    public Leave {
      checkAddress(email);
      if (text.isBlank() || text.length() > MAX_TEXT) {
        throw new Invalid("text", "must have 1 to " + MAX_TEXT + " characters");
      }
    }
  }

  /** Asks for a copy of the conversation as it stands, by e-mail. */
  record Transcript(String email) implements Deed {
    public Transcript {
      checkAddress(email);
    }
  }

  private static void checkAddress(String email) {
    if (email.length() > Leave.MAX_EMAIL || !ADDRESS.matcher(email).matches()) {
      throw new Invalid("email", "is not an e-mail address");
    }
  }

  /**
   * Erases the conversation: messages become tombstones, everything else personal goes, mode
   * closed, a higher epoch. The hash of the resume token stays, so that a repeated frame finds its
   * answer.
   */
  record Forget() implements Deed {}
}
