package deskbell.dialog;

import deskbell.conversation.Entity;
import deskbell.conversation.Texts;
import deskbell.dialog.flow.Wording;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

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

  private static final List<String> ORDINALS =
      IntStream.rangeClosed(1, MAX_ORDINAL).mapToObj(n -> "ordinal." + n).toList();

  private static final String LAST = "ordinal.last";

  private static final Lexicon THE = new Lexicon(new Texts("deskbell.dialog.words"), lists());

  private Words() {}

  private static List<String> lists() {
    var lists = new ArrayList<>(List.of("yes", "no", "no.begins", "leave", "leave.begins", "skip"));
    lists.addAll(
        List.of(
            "forbids.begins",
            "replaces.begins",
            "replaces",
            "corrects",
            "mistaken",
            "details",
            "wrong",
            "asks",
            "requests",
            "seeks.begins",
            "points",
            "stands.begins",
            "but",
            "filler"));
    lists.addAll(Pointing.LISTS);
    lists.addAll(ORDINALS);
    lists.add(LAST);
    return lists;
  }

  static boolean yes(String text) {
    return THE.is("yes", text);
  }

  /** What follows a yes that the text begins with; empty where it doesn't, or nothing follows. */
  static Optional<String> afterYes(String text) {
    return THE.after("yes", text);
  }

  /** The parts of a text between marks. */
  static List<String> clauses(String text) {
    return Arrays.stream(CLAUSE_ENDS.split(text, -1))
        .filter(part -> !Wording.plain(part).isEmpty())
        .toList();
  }

  static boolean no(String text) {
    return THE.is("no", text) || (size(text) <= SHORT && THE.begins("no.begins", text));
  }

  /** True where a short text says that something is not to be done: "don't send it yet". */
  static boolean forbids(String text) {
    return size(text) <= SHORT && THE.begins("forbids.begins", text);
  }

  /** True where what a message asks for takes the place of what was wanted before. */
  static boolean replaces(String text) {
    return THE.begins("replaces.begins", text) || THE.has("replaces", text);
  }

  /** True where the shopper wants to leave the flow. */
  static boolean leaves(String text) {
    var clauses = clauses(text);
    return left(text) || (clauses.size() > 1 && no(clauses.get(0)) && left(clauses.get(1)));
  }

  private static boolean left(String text) {
    return THE.is("leave", text) || THE.begins("leave.begins", text);
  }

  /** True where words that leave a flow stand anywhere in the text. */
  static boolean speaksOfLeaving(String text) {
    return THE.has("leave", text) || THE.has("leave.begins", text);
  }

  /** True where the shopper leaves a question that may be skipped. */
  static boolean skips(String text) {
    return THE.is("skip", text);
  }

  /** True where the message may correct what was said before. */
  static boolean corrects(String text) {
    return THE.begins("corrects", text) || THE.has("mistaken", text);
  }

  /** True where the message says that something is wrong. */
  static boolean wrong(String text) {
    return THE.has("wrong", text);
  }

  /** True where the message asks something. */
  static boolean asks(String text) {
    return text.contains("?") || text.contains("？") || THE.marks("asks", text);
  }

  /** True where the message asks something, or for something to be done. */
  static boolean requests(String text) {
    return asks(text) || THE.has("requests", text);
  }

  /** True where the message asks in few words whether there is something: "have you got …?" */
  static boolean seeks(String text) {
    return clauses(text).stream()
        .anyMatch(clause -> THE.begins("seeks.begins", clause) && size(clause) <= POINTING);
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

  /** True where the message only says where something stands: "it's on the receipt somewhere". */
  static boolean tellsWhere(String text) {
    return THE.begins("stands.begins", text) && size(text) <= POINTING && !requests(text);
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
    var plain = Wording.plain(text);
    return plain.chars().filter(Wording::han).count() + plain.split(" ", -1).length;
  }

  /** The number of an option: {@code 2}, "the second one", "第二个"; 0 where it is none. */
  static int ordinal(String text) {
    return THE.which(ORDINALS, text);
  }

  /** The same among so many, of which one may be meant as the last; 0 where there is none such. */
  static int ordinal(String text, int of) {
    int number = THE.is(LAST, text) ? of : ordinal(text);
    return number <= of ? number : 0;
  }

  /** True where an entry begins the text or, in Han characters, stands anywhere in it. */
  static boolean marks(String list, String text) {
    return THE.begins(list, text) || THE.marks(list, text);
  }

  /** True where both say the same but for case, marks and courtesy. */
  static boolean same(String text, String wording) {
    return anySame(text, List.of(Wording.of(wording)));
  }

  /** True where the text says the same as one of the wordings. */
  static boolean anySame(String text, List<Wording> wordings) {
    return THE.anySame(text, wordings);
  }

  /** True where one of the wordings occurs in the text, in English as whole words. */
  static boolean anyIn(String text, List<Wording> wordings) {
    var plain = Wording.plain(text);
    return wordings.stream().anyMatch(wording -> wording.in(plain));
  }

  /** True where the message says little beside its entities and what these are. */
  static boolean littleBeside(List<Entity> entities, String text) {
    var plain = THE.without("details", beside(entities, text));
    return plain.chars().map(Words::weight).sum() <= FEW_LETTERS;
  }

  /** True where a text holds values and not a letter beside them: a number alone wants nothing. */
  static boolean nothingBeside(List<Entity> entities, String text) {
    return !entities.isEmpty() && beside(entities, text).chars().noneMatch(Character::isLetter);
  }

  private static String beside(List<Entity> entities, String text) {
    var rest = new StringBuilder(text);
    entities.stream()
        .sorted((a, b) -> b.start() - a.start())
        .filter(entity -> entity.end() <= rest.length())
        .forEach(entity -> rest.replace(entity.start(), entity.end(), " "));
    return rest.toString();
  }

  /** A Han character says as much as some letters. */
  private static int weight(int character) {
    if (Wording.han(character)) {
      return 3;
    }
    return Character.isLetter(character) ? 1 : 0;
  }

  /** True where a text has Han characters. */
  static boolean han(String text) {
    return text.chars().anyMatch(Wording::han);
  }
}
