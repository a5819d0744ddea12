package deskbell.answering.grounding;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Reads what is written as a name: large words, Latin words among Chinese ones, and whatever stands
 * in quotation marks. A large word that opens a sentence is one too unless it often does.
 */
final class Capitals {
  private static final Set<String> OPENERS =
      WordList.lines("openers.txt").stream()
          .flatMap(line -> Arrays.stream(line.split(" ", -1)))
          .collect(Collectors.toUnmodifiableSet());
  private static final Set<String> SELF =
      Set.of("i", "i'm", "i'd", "i've", "i'll", "ok", "am", "pm");
  private static final Pattern LARGE =
      Pattern.compile("(?<![\\p{L}\\d'@])\\p{Lu}[\\p{IsLatin}\\d]*(?:['&+.]\\p{IsLatin}+)*");
  private static final Pattern LATIN = Pattern.compile("(?<![A-Za-z'])[A-Za-z][A-Za-z']+");
  private static final Pattern CHINESE = Pattern.compile("\\p{IsHan}");
  private static final String BEFORE_SENTENCES = " \t\"'“”‘(（[";
  private static final String ENDING_SENTENCES = ".!?:;…。！？\n";
  private static final Pattern QUOTED =
      Pattern.compile("[“\"]([^“”\"]{1,60})[”\"]|「([^」]{1,60})」|『([^』]{1,60})』|《([^》]{1,60})》");

  private Capitals() {}

  /** Notes what stands in quotation marks. */
  static void takeQuoted(Page page) {
    QUOTED.matcher(page.rest()).results().forEach(hit -> page.note(quoted(hit)));
  }

  /** Notes large words, and Latin ones among Chinese. */
  static void take(Page page) {
    var text = page.rest();
    LARGE.matcher(text).results().forEach(hit -> large(hit, text).ifPresent(page::note));
    if (CHINESE.matcher(text).find()) {
      LATIN.matcher(text).results().forEach(hit -> page.note(word(hit)));
    }
  }

  private static Claim quoted(MatchResult hit) {
    var inner = hit.group().substring(1, hit.group().length() - 1).strip();
    return Claim.of(
        hit.start(),
        hit.group(),
        "words " + inner.toLowerCase(Locale.ROOT).replaceAll("[.,，。]$", ""));
  }

  private static Optional<Claim> large(MatchResult hit, String text) {
    var lower = bare(hit.group());
    boolean ordinary =
        SELF.contains(lower) || (OPENERS.contains(lower) && opens(hit.start(), text));
    return ordinary ? Optional.empty() : Optional.of(word(hit));
  }

  private static boolean opens(int at, String text) {
    int before = at - 1;
    while (before >= 0 && BEFORE_SENTENCES.indexOf(text.charAt(before)) >= 0) {
      before--;
    }
    return before < 0 || ENDING_SENTENCES.indexOf(text.charAt(before)) >= 0;
  }

  private static Claim word(MatchResult hit) {
    return Claim.of(hit.start(), hit.group(), "words " + bare(hit.group()));
  }

  private static String bare(String word) {
    var lower = word.toLowerCase(Locale.ROOT);
    return lower.endsWith("'s") ? lower.substring(0, lower.length() - 2) : lower;
  }
}
