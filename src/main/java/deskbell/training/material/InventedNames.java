package deskbell.training.material;

import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.regex.Pattern;

/**
 * Names that nobody has, made of two known ones, so that where a name begins and ends is learnt
 * from what stands around it rather than by heart. Pure.
 */
final class InventedNames {
  private static final Pattern SPACE = Pattern.compile(" ");

  private InventedNames() {}

  /**
   * The beginning of one name and the end of another; the first name as it is where one of them
   * holds a digit.
   */
  static String of(String first, String second, RandomGenerator random) {
    if ((first + second).chars().anyMatch(Character::isDigit)) {
      return first;
    }
    if (!(first + second).contains(" ")) {
      return blended(first, second, random);
    }
    var ending = SPACE.splitAsStream(second).toList();
    var words = new ArrayList<>(head(SPACE.splitAsStream(first).toList(), random));
    if (isName(words.getFirst())) {
      words.set(0, blended(words.getFirst(), ending.getFirst(), random));
    }
    words.addAll(tail(ending, random));
    return String.join(" ", words);
  }

  private static boolean isName(String word) {
    return !Character.isLowerCase(word.codePointAt(0));
  }

  private static List<String> head(List<String> words, RandomGenerator random) {
    return words.subList(0, part(words.size(), random));
  }

  private static List<String> tail(List<String> words, RandomGenerator random) {
    return words.subList(words.size() - part(words.size(), random), words.size());
  }

  private static String blended(String first, String second, RandomGenerator random) {
    return first.substring(0, part(first.length(), random))
        + second.substring(second.length() - part(second.length(), random));
  }

  /** How much of so many is taken: at least one, and not all where there are more. */
  private static int part(int of, RandomGenerator random) {
    return 1 + random.nextInt(Math.max(1, of - 1));
  }
}
