package deskbell.understanding;

import java.util.regex.Pattern;

/** The marks that a sentence ends with, which tell nothing about what it asks. */
public final class EndMark {
  private static final Pattern MARKS = Pattern.compile("[?？!！.。]+$");

  private EndMark() {}

  /** A text without them. */
  public static String without(String text) {
    return MARKS.matcher(text).replaceFirst("");
  }
}
