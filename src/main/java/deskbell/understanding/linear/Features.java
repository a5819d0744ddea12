package deskbell.understanding.linear;

import java.util.Arrays;

/**
 * Turns a text into hashed n-grams. A unit is a word, a Han character, a mask such as ⟨date⟩, a
 * question or exclamation mark, or another symbol such as an emoji. Features are
 *
 * <ul>
 *   <li>1- and 2-grams of units, and 3- and 4-grams where a Han character is among them; the edges
 *       of the text are units too,
 *   <li>2- to 5-grams of the letters of each word, its edges marked.
 * </ul>
 *
 * <p>Nothing is looked up and nothing kept: training and prediction use the same walk. One instance
 * serves one text and one thread.
 */
final class Features {
  /** Characters of a text that are read. */
  static final int MAX_CHARACTERS = 2_000;

  private static final int UNIT_SEED = 0x9E3779B9;
  private static final int GRAM_SEED = 0xC2B2AE35;
  private static final int LETTER_SEED = 0x85EBCA6B;
  private static final int EDGE = 0x2581;
  private static final int MAX_WORDS = 2;
  private static final int MAX_HAN = 4;
  private static final int MIN_LETTERS = 2;
  private static final int MAX_LETTERS = 5;

  private final int[] text;
  private final int[] units;
  private final boolean[] han;
  private int unitCount;
  private int[] hashes = new int[512];
  private int size;

  private Features(String text) {
    this.text = text.codePoints().limit(MAX_CHARACTERS).toArray();
    units = new int[this.text.length + 2];
    han = new boolean[this.text.length + 2];
  }

  /** The features of a text that {@link Masks} has prepared. */
  static FeatureBag of(String text) {
    var features = new Features(text);
    features.readUnits();
    features.addUnitGrams();
    return FeatureBag.of(features.hashes, features.size);
  }

  private void readUnits() {
    addUnit(EDGE, false);
    for (int start = 0; start < text.length; ) {
      int end = start + 1;
      if (isLetter(text[start])) {
        while (end < text.length && isLetter(text[end])) {
          end++;
        }
        addUnit(hash(UNIT_SEED, start, end), false);
        addLetterGrams(start, end);
      } else if (text[start] == Masks.OPEN) {
        while (end < text.length && text[end - 1] != Masks.CLOSE) {
          end++;
        }
        addUnit(hash(UNIT_SEED, start, end), false);
      } else if (isUnit(text[start])) {
        addUnit(hash(UNIT_SEED, start, end), isHan(text[start]));
      }
      start = end;
    }
    addUnit(EDGE, false);
  }

  private void addUnit(int hash, boolean isHan) {
    units[unitCount] = hash;
    han[unitCount++] = isHan;
  }

  private void addUnitGrams() {
    for (int start = 0; start < unitCount; start++) {
      boolean anyHan = false;
      int hash = GRAM_SEED;
      for (int end = start; end < Math.min(unitCount, start + MAX_HAN); end++) {
        anyHan |= han[end];
        hash = mix(hash, units[end]);
        boolean edgeAlone = end == start && units[end] == EDGE;
        if (!edgeAlone && (anyHan || end - start < MAX_WORDS)) {
          add(finish(hash) & ~1);
        }
      }
    }
  }

  /** The n-grams of a word with an edge on either side. */
  private void addLetterGrams(int start, int end) {
    for (int first = start - 1; first < end; first++) {
      int hash = LETTER_SEED;
      int last = Math.min(end, first + MAX_LETTERS - 1);
      for (int i = first; i <= last; i++) {
        hash = mix(hash, i < start || i == end ? EDGE : text[i]);
        if (i - first + 1 >= MIN_LETTERS) {
          add(finish(hash) | 1);
        }
      }
    }
  }

  private void add(int hash) {
    if (size == hashes.length) {
      hashes = Arrays.copyOf(hashes, size * 2);
    }
    hashes[size++] = hash;
  }

  private int hash(int seed, int start, int end) {
    int hash = seed;
    for (int i = start; i < end; i++) {
      hash = mix(hash, text[i]);
    }
    return finish(hash);
  }

  /** One step of FNV-1a, on whole code points. */
  private static int mix(int hash, int value) {
    return (hash ^ value) * 0x01000193;
  }

  /** Spreads what is left uneven; the last step of MurmurHash3. */
  private static int finish(int hash) {
    int h = (hash ^ (hash >>> 16)) * 0x85EBCA6B;
    h = (h ^ (h >>> 13)) * 0xC2B2AE35;
    return h ^ (h >>> 16);
  }

  private static boolean isLetter(int c) {
    return c < 128 ? Character.isLetterOrDigit(c) : Character.isLetterOrDigit(c) && !isHan(c);
  }

  private static boolean isUnit(int c) {
    return c == '?' || c == '!' || (c >= 128 && (isHan(c) || isSymbol(c)));
  }

  private static boolean isSymbol(int c) {
    return switch (Character.getType(c)) {
      case Character.OTHER_SYMBOL, Character.MATH_SYMBOL, Character.CURRENCY_SYMBOL -> true;
      default -> false;
    };
  }

  private static boolean isHan(int c) {
    return c >= 0x2E80 && Character.isIdeographic(c);
  }
}
