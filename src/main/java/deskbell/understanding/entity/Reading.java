package deskbell.understanding.entity;

import deskbell.conversation.Language;
import java.lang.Character.UnicodeScript;
import java.time.LocalDate;

/**
 * A text as finders read it.
 *
 * @param text normalised
 * @param today the day on which relative dates count
 * @param digits how many ASCII digits the text has
 * @param latin true where it has a Latin letter
 * @param han true where it has a Han character
 */
record Reading(
    String text, Language language, LocalDate today, int digits, boolean latin, boolean han) {
  /** Reads a text; what it is made of tells finders whether their patterns can match at all. */
  static Reading of(String text, Language language, LocalDate today) {
    int digits = 0;
    boolean latin = false;
    boolean han = false;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c < 128) {
        digits += c >= '0' && c <= '9' ? 1 : 0;
        latin |= (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
      } else {
        han = han || Character.isIdeographic(text.codePointAt(i));
        latin = latin || UnicodeScript.of(c) == UnicodeScript.LATIN;
      }
    }
    return new Reading(text, language, today, digits, latin, han);
  }
}
