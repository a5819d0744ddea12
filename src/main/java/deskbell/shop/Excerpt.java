package deskbell.shop;

/** A foreign value as far as an error message may show it. */
final class Excerpt {
  private static final int MAX_CHARACTERS = 40;

  private Excerpt() {}

  /** The value, cut, without control characters. */
  static String of(String value) {
    var plain = value.replaceAll("\\p{Cntrl}", " ");
    return plain.length() <= MAX_CHARACTERS ? plain : plain.substring(0, MAX_CHARACTERS) + "…";
  }
}
