package deskbell.understanding;

import java.util.regex.Pattern;

/** Words that only lead into a follow-up ("and", "那") or out of it ("then", "呢"). */
public final class LeadWords {
  private static final Pattern OPENING =
      Pattern.compile(
          "(?i)^ ?(?:(?:(?:and|so|ok|okay|but|also|well|plus)[, ]+)+"
              + "|(?:那么|那|还有|另外|对了|哦|嗯)+[，, ]*)");
  private static final Pattern CLOSING =
      Pattern.compile("(?i)(?:(?:,? (?:then|too|as well|please))+|[呢啊呀哦哈嘛]+)(?=[？！。?!.]*$)");

  private LeadWords() {}

  /** A text without them. */
  public static String without(String text) {
    return CLOSING.matcher(OPENING.matcher(text).replaceFirst("")).replaceFirst("");
  }
}
