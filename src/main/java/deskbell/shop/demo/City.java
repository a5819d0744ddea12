package deskbell.shop.demo;

import java.util.regex.Pattern;

/** Finds the city in an address as people write it. */
final class City {
  private static final Pattern CHINESE =
      Pattern.compile("(?:省|自治区)?\\s*([\\p{IsHan}&&[^省区]]{2,6})市");
  private static final Pattern BRITISH =
      Pattern.compile(
          ",\\s*([\\p{L} '-]+?)[,\\s]+[A-Z]{1,2}[0-9][A-Z0-9]?\\s*[0-9][A-Z]{2}\\b",
          Pattern.CASE_INSENSITIVE);

  private City() {}

  /** The city, or nothing where the address is written in another way. */
  static String in(String address) {
    for (var pattern : new Pattern[] {CHINESE, BRITISH}) {
      var found = pattern.matcher(address);
      if (found.find()) {
        return found.group(1);
      }
    }
    return "";
  }
}
