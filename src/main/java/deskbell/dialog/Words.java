package deskbell.dialog;

import deskbell.conversation.Entity;
import deskbell.conversation.Language;
import deskbell.conversation.Texts;
import java.text.Normalizer;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The small words that steer a flow (yes, no, never mind, the second one) in all languages at once,
 * since shoppers mix them. Immutable; any thread.
 */
final class Words {
  /** Options that can be picked by number. */
  static final int MAX_ORDINAL = 6;

  /** Han characters or English words that a plain yes or no has at most. */
  private static final int SHORT = 8;

  /** Han characters or English words of a message that only points at something. */
  private static final int POINTING = 12;

  /** Letters beside the entities of a message that says nothing else. */
  private static final int FEW_LETTERS = 12;

  private static final Pattern MARKS = Pattern.compile("[^\\p{L}\\p{N}']+");

  private static final Pattern CLAUSE_ENDS = Pattern.compile("[,.;!，。；！、~～\\n]+");

  private static final Words THE = new Words(new Texts("deskbell.dialog.words"));

  /** One entry of a list: Han text counts wherever it stands, other text as whole words. */
  private record Wording(String plain, boolean han) {
    boolean begins(String text) {
      return text.startsWith(plain) && (han || ends(text, plain.length()));
    }

    boolean in(String text) {
      for (int at = text.indexOf(plain); at >= 0; at = text.indexOf(plain, at + 1)) {
        if (han || (ends(text, at - 1) && ends(text, at + plain.length()))) {
          return true;
        }
      }
      return false;
    }

    /** True where no word goes on at this place of a plain text. */
    private static boolean ends(String text, int at) {
      return at < 0 || at >= text.length() || text.charAt(at) == ' ';
    }
  }

  private final Map<String, Map<String, Wording>> lists = new HashMap<>();

  private Words(Texts texts) {
    for (var key :
        List.of(
            "yes",
            "no",
            "leave",
            "leave.begins",
            "corrects",
            "wrong",
            "asks",
            "requests",
            "points")) {
      lists.put(key, read(texts, key));
    }
    var others = Stream.of("but", "filler", "skip");
    for (var key : Stream.concat(others, Pointing.LISTS.stream()).toList()) {
      lists.put(key, read(texts, key));
    }
    for (int n = 1; n <= MAX_ORDINAL; n++) {
      lists.put("ordinal." + n, read(texts, "ordinal." + n));
    }
  }

  private static Map<String, Wording> read(Texts texts, String key) {
    return Arrays.stream(Language.values())
        .map(language -> texts.get(language, key))
        .flatMap(list -> Stream.of(list.split("\\|", -1)))
        .map(Words::plain)
        .distinct()
        .collect(Collectors.toUnmodifiableMap(Function.identity(), Words::wording));
  }

  static boolean yes(String text) {
    return THE.is("yes", text);
  }

  /** What follows a yes that the text begins with; empty where it doesn't, or nothing follows. */
  static Optional<String> afterYes(String text) {
    var plain = plain(text);
    return THE.lists.get("yes").values().stream()
        .filter(word -> word.begins(plain))
        .map(word -> plain.substring(word.plain().length()).strip())
        .filter(rest -> !rest.isEmpty())
        .min(Comparator.comparingInt(String::length));
  }

  /** The parts of a text between marks. */
  static List<String> clauses(String text) {
    return Arrays.stream(CLAUSE_ENDS.split(text, -1))
        .filter(part -> !plain(part).isEmpty())
        .toList();
  }

  static boolean no(String text) {
    return THE.is("no", text);
  }

  /** True where the shopper wants to leave the flow. */
  static boolean leaves(String text) {
    return THE.is("leave", text) || THE.begins("leave.begins", text);
  }

  /** True where the shopper leaves a question that may be skipped. */
  static boolean skips(String text) {
    return THE.is("skip", text);
  }

  /** True where the message may correct what was said before. */
  static boolean corrects(String text) {
    return THE.begins("corrects", text);
  }

  /** True where the message says that something is wrong. */
  static boolean wrong(String text) {
    return THE.has("wrong", text);
  }

  /** True where the message asks something. */
  static boolean asks(String text) {
    return text.contains("?") || text.contains("？") || THE.asking(text);
  }

  /** True where the message asks something, or for something to be done. */
  static boolean requests(String text) {
    return asks(text) || THE.has("requests", text);
  }

  /** True where nothing follows a yes that would change its meaning. */
  static boolean shortAndPlain(String text) {
    return plainWithin(SHORT, text);
  }

  /** True where a message is one short statement. */
  static boolean briefAndPlain(String text) {
    return plainWithin(POINTING, text);
  }

  private static boolean plainWithin(int most, String text) {
    return size(text) <= most && !asks(text) && !THE.has("but", text);
  }

  /** True where the message says no more than that it means what is there already. */
  static boolean points(String text) {
    return THE.has("points", text)
        && plainWithin(POINTING, text)
        && !wrong(text)
        && !corrects(text)
        && !THE.begins("no", text);
  }

  /** True where the text is an entry of a list, but for courtesies. */
  static boolean all(String list, String text) {
    return THE.is(list, text);
  }

  /** True where an entry of a list occurs in the text. */
  static boolean some(String list, String text) {
    return THE.has(list, text);
  }

  /** Han characters and English words. */
  static long size(String text) {
    var plain = plain(text);
    return plain.chars().filter(Words::han).count() + plain.split(" ", -1).length;
  }

  /** The number of an option: {@code 2}, "the second one", "第二个"; 0 where it is none. */
  static int ordinal(String text) {
    var plain = plain(text);
    var bare = THE.bare(plain);
    for (int n = 1; n <= MAX_ORDINAL; n++) {
      var words = THE.lists.get("ordinal." + n);
      if (words.containsKey(plain) || words.containsKey(bare)) {
        return n;
      }
    }
    return 0;
  }

  /** True where both say the same but for case, marks and courtesy. */
  static boolean same(String text, String wording) {
    var a = plain(text);
    var b = plain(wording);
    return a.equals(b) || (!THE.bare(a).isEmpty() && THE.bare(a).equals(THE.bare(b)));
  }

  /** True where the wording occurs in the text, in English as whole words. */
  static boolean contains(String text, String wording) {
    return wording(plain(wording)).in(plain(text));
  }

  private static Wording wording(String plain) {
    return new Wording(plain, plain.chars().anyMatch(Words::han));
  }

  /** True where the message says little beside its entities. */
  static boolean littleBeside(List<Entity> entities, String text) {
    var rest = new StringBuilder(text);
    entities.stream()
        .sorted((a, b) -> b.start() - a.start())
        .filter(entity -> entity.end() <= rest.length())
        .forEach(entity -> rest.replace(entity.start(), entity.end(), " "));
    var plain = plain(rest.toString());
    return plain.chars().map(c -> han(c) ? 3 : Character.isLetter(c) ? 1 : 0).sum() <= FEW_LETTERS;
  }

  /** Small letters, one form of width, no marks but apostrophes, single spaces. */
  static String plain(String text) {
    var small =
        Normalizer.normalize(text, Normalizer.Form.NFKC)
            .toLowerCase(Locale.ROOT)
            .replace('’', '\'');
    return MARKS.matcher(small).replaceAll(" ").strip();
  }

  private boolean is(String list, String text) {
    var plain = plain(text);
    var words = lists.get(list);
    return words.containsKey(plain) || words.containsKey(bare(plain));
  }

  private boolean begins(String list, String text) {
    var plain = plain(text);
    return lists.get(list).values().stream().anyMatch(word -> word.begins(plain));
  }

  private boolean has(String list, String text) {
    var plain = plain(text);
    return lists.get(list).values().stream().anyMatch(word -> word.in(plain));
  }

  private boolean asking(String text) {
    var plain = plain(text);
    return lists.get("asks").values().stream()
        .anyMatch(word -> word.han() ? word.in(plain) : word.begins(plain));
  }

  /** The text without courtesies at both ends. */
  private String bare(String plain) {
    for (var filler : lists.get("filler").values()) {
      var length = filler.plain().length();
      if (plain.startsWith(filler.plain()) && cut(plain, filler)) {
        return bare(plain.substring(length).strip());
      }
      if (plain.endsWith(filler.plain()) && cut(plain, filler)) {
        return bare(plain.substring(0, plain.length() - length).strip());
      }
    }
    return plain;
  }

  /** True where the filler can be cut off: a whole word, and not all there is. */
  private static boolean cut(String plain, Wording filler) {
    return filler.in(plain) && plain.length() > filler.plain().length();
  }

  /** True where a text has Han characters. */
  static boolean han(String text) {
    return text.chars().anyMatch(Words::han);
  }

  private static boolean han(int character) {
    return Character.UnicodeScript.of(character) == Character.UnicodeScript.HAN;
  }
}
