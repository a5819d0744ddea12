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
   * @param score the mean logarithm of a token's probability
   */
  record Said(String text, double score) implements Spoken {}

  /**
   * What is written is said, for a reason.
   *
   * @param detail what the reason is about; may be empty
   */
  record Kept(Why why, String detail) implements Spoken {}

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
      case Said(_, var score) -> Optional.of("said shorter: " + share(score));
      case Kept(var why, var detail) ->
          Optional.of(("own words: " + why.name().toLowerCase(Locale.ROOT) + " " + detail).strip());
    };
  }

  /** A mean logarithm of probabilities as their mean, in hundredths. */
  static String share(double score) {
    return String.format(Locale.ROOT, "%.2f", Math.exp(score));
  }
}
