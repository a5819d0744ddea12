package deskbell.dialog;

import deskbell.conversation.Entity;
import deskbell.conversation.Language;
import deskbell.conversation.Texts;
import deskbell.dialog.flow.Wording;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
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

  private static final Pattern CLAUSE_ENDS = Pattern.compile("[,.;!，。；！、~～\\n]+");

  private static final Words THE = new Words(new Texts("deskbell.dialog.words"));

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
        .map(Wording::of)
        .distinct()
        .collect(Collectors.toUnmodifiableMap(Wording::plain, Function.identity()));
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
    return plain.chars().filter(Wording::han).count() + plain.split(" ", -1).length;
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
    return anySame(text, List.of(Wording.of(wording)));
  }

  /** True where the text says the same as one of the wordings. */
  static boolean anySame(String text, List<Wording> wordings) {
    var plain = plain(text);
    var bare = THE.bare(plain);
    return wordings.stream()
        .map(Wording::plain)
        .anyMatch(
            wording ->
                wording.equals(plain)
                    || (!bare.isEmpty()
                        && wording.contains(bare)
                        && THE.bare(wording).equals(bare)));
  }

  /** True where one of the wordings occurs in the text, in English as whole words. */
  static boolean anyIn(String text, List<Wording> wordings) {
    var plain = plain(text);
    return wordings.stream().anyMatch(wording -> wording.in(plain));
  }

  /** True where the message says little beside its entities. */
  static boolean littleBeside(List<Entity> entities, String text) {
    var rest = new StringBuilder(text);
    entities.stream()
        .sorted((a, b) -> b.start() - a.start())
        .filter(entity -> entity.end() <= rest.length())
        .forEach(entity -> rest.replace(entity.start(), entity.end(), " "));
    var plain = plain(rest.toString());
    return plain.chars().map(c -> Wording.han(c) ? 3 : Character.isLetter(c) ? 1 : 0).sum()
        <= FEW_LETTERS;
  }

  private static String plain(String text) {
    return Wording.plain(text);
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
    return text.chars().anyMatch(Wording::han);
  }
}
