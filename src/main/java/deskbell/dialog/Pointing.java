package deskbell.dialog;

import deskbell.dialog.flow.Wording;
import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Words that point: at what was talked about, at one of several, at the question itself. In all
 * languages at once, as {@link Words}.
 */
final class Pointing {
  /** The lists that this needs. */
  static final List<String> LISTS =
      List.of(
          "refers",
          "other",
          "one",
          "latest",
          "why",
          "why.begins",
          "why.word",
          "why.need",
          "why.person",
          "person",
          "none",
          "small",
          "own");

  /** Han characters and English words of a message that only points. */
  private static final int SHORT = 14;

  private static final Pattern TAIL =
      Pattern.compile(
          "(?:ends?|ending|finish(?:es|ing)) (?:in|with|on) (\\d{3,6})(?!\\d)"
              + "|last (?:\\w+ )?digits (?:are |being )?(\\d{3,6})(?!\\d)"
              + "|尾号[是为：: ]{0,2}(\\d{3,6})(?!\\d)"
              + "|(?<!\\d)(\\d{3,6}) ?(?:结尾|收尾)");
  private static final int GROUPS = 4;

  private Pointing() {}

  /** True where the message speaks of something that was talked about before: "cancel it". */
  static boolean refers(String text) {
    return Words.some("refers", text);
  }

  /** True where the message means another one than the present: "the other order". */
  static boolean other(String text) {
    return brief(text) && Words.some("other", text);
  }

  /** True where the message means the newest one: "my last order". */
  static boolean latest(String text) {
    return Words.some("latest", text);
  }

  /** True where the message asks about something of the shopper's own: "where is my parcel". */
  static boolean own(String text) {
    return Words.some("own", text);
  }

  /** True where the message speaks of one among several: "the one", "那个". */
  static boolean one(String text) {
    return Words.some("one", text);
  }

  /** True where the message asks what the question is for. */
  static boolean wonders(String text) {
    return Words.all("why", text) || (brief(text) && Words.some("why.begins", text));
  }

  /** True where the message asks what something that it names is for. */
  static boolean wondersAbout(List<Wording> names, String text) {
    return brief(text)
        && Words.marks("why.word", text)
        && (Words.some("why.need", text) || Wording.plain(text).endsWith(" for"))
        && Words.anyIn(text, names);
  }

  /** True where the message asks why there should be a person. */
  static boolean wondersAtPerson(String text) {
    return brief(text) && Words.some("why.person", text) && Words.some("person", text);
  }

  /** The last digits by which something is pointed at: "ending in 1234", "尾号 1234". */
  static Optional<String> tail(String text) {
    var found =
        TAIL.matcher(Normalizer.normalize(text, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT));
    if (!found.find()) {
      return Optional.empty();
    }
    for (int group = 1; group < GROUPS; group++) {
      if (found.group(group) != null) {
        return Optional.of(found.group(group));
      }
    }
    return Optional.of(found.group(GROUPS));
  }

  private static boolean brief(String text) {
    return Words.size(text) <= SHORT;
  }
}
