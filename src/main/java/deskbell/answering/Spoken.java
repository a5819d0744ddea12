package deskbell.answering;

import java.util.Locale;
import java.util.Optional;

/** What came of asking for other words. */
public sealed interface Spoken {
  /** Nobody speaks here: what is written is said, and nothing is to be explained. */
  record Silent() implements Spoken {}

  /**
   * Words that hold nothing but the facts.
   *
   * @param sure how sure that is what was asked for, from 0 to 1
   */
  record Said(String text, Words words, double sure) implements Spoken {}

  /**
   * What is written is said, for a reason.
   *
   * @param detail what the reason is about; may be empty
   */
  record Kept(Why why, String detail) implements Spoken {}

  /** Whose words are said. */
  enum Words {
    /** The model wrote them. */
    MODEL,
    /** They are a part of what is written. */
    ARTICLE
  }

  /** Why words were not said. */
  enum Why {
    /** The model did not come to an end. */
    UNFINISHED,
    /** They name a value that is not in the facts. */
    INVENTED,
    /** They save nothing. */
    LONGER,
    /** The model is not sure enough of them. */
    UNSURE,
    /** The model has more to do than it can. */
    BUSY
  }

  /** One line of a trace; empty where there is nothing to explain. */
  default Optional<String> line() {
    return switch (this) {
      case Silent() -> Optional.empty();
      case Said(_, var words, var sure) ->
          Optional.of("said shorter, words of the " + lower(words) + ": " + share(sure));
      case Kept(var why, var detail) ->
          Optional.of(("said in full: " + lower(why) + " " + detail).strip());
    };
  }

  private static String lower(Enum<?> name) {
    return name.name().toLowerCase(Locale.ROOT);
  }

  /** A share from 0 to 1, in hundredths. */
  static String share(double of) {
    return String.format(Locale.ROOT, "%.2f", of);
  }
}
