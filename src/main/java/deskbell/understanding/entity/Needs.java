package deskbell.understanding.entity;

import java.util.regex.Pattern;

/** What a text must have for a pattern to match it at all; asking is cheaper than trying. */
enum Needs {
  LATIN,
  HAN,
  DIGITS,
  NOTHING;

  /** A pattern with what it needs. */
  record Form(Needs needs, Pattern pattern) {
    boolean fits(Reading reading) {
      return needs.in(reading);
    }
  }

  /** A pattern, in any case, for texts that have this. */
  Form form(String regex) {
    return new Form(this, Pattern.compile(regex, Scan.ANY_CASE));
  }

  private boolean in(Reading reading) {
    return switch (this) {
      case LATIN -> reading.latin();
      case HAN -> reading.han();
      case DIGITS -> reading.digits() > 0;
      case NOTHING -> true;
    };
  }
}
