package deskbell.understanding.entity;

import java.text.Normalizer;

/**
 * An NFKC copy of a text that remembers where each of its characters came from, in UTF-16 units.
 * Immutable.
 */
public final class NormalText {
  private final String text;
  private final int[] starts;
  private final int[] ends;

  private NormalText(String text, int[] starts, int[] ends) {
    this.text = text;
    this.starts = starts;
    this.ends = ends;
  }

  /** Normalises a text; one that is normal already costs one scan. */
  public static NormalText of(String original) {
    if (Normalizer.isNormalized(original, Normalizer.Form.NFKC)) {
      return new NormalText(original, new int[0], new int[0]);
    }
    var normal = new StringBuilder(original.length());
    var starts = new IntList();
    var ends = new IntList();
    for (int start = 0; start < original.length(); ) {
      int end = segmentEnd(original, start);
      var part = Normalizer.normalize(original.substring(start, end), Normalizer.Form.NFKC);
      for (int i = 0; i < part.length(); i++) {
        starts.add(start);
        ends.add(end);
      }
      normal.append(part);
      start = end;
    }
    return new NormalText(normal.toString(), starts.toArray(), ends.toArray());
  }

  /** The normalised copy. */
  public String text() {
    return text;
  }

  /** Where the character at this index of the copy begins in the original. */
  public int originalStart(int index) {
    return starts.length == 0 ? index : starts[index];
  }

  /** Where the last character before this index of the copy ends in the original. */
  public int originalEnd(int index) {
    return ends.length == 0 ? index : ends[index - 1];
  }

  /** The end of one character with the combining marks that may fuse with it. */
  private static int segmentEnd(String original, int start) {
    int end = start + Character.charCount(original.codePointAt(start));
    while (end < original.length() && isMark(original.codePointAt(end))) {
      end += Character.charCount(original.codePointAt(end));
    }
    return end;
  }

  private static boolean isMark(int codePoint) {
    return switch (Character.getType(codePoint)) {
      case Character.NON_SPACING_MARK, Character.COMBINING_SPACING_MARK, Character.ENCLOSING_MARK ->
          true;
      default -> false;
    };
  }
}
