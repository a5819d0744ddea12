package deskbell.understanding.entity;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Pattern;

/** Reads English number words up to the thousands, in lower case. */
final class EnglishNumerals {
  /** Words whose values are 1, 2, 3 … */
  private static final String SMALL =
      "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen"
          + " sixteen seventeen eighteen nineteen";

  /** Words whose values are 20, 30, 40 … */
  private static final String TENS = "twenty thirty forty fifty sixty seventy eighty ninety";

  private static final Pattern WORD = Pattern.compile("[a-z]+");
  private static final Map<String, Long> VALUES = values();

  /** One number word, as a regular expression. */
  static final String ANY = "(?:" + (SMALL + " " + TENS).replace(' ', '|') + "|hundred|thousand)";

  private EnglishNumerals() {}

  static BigDecimal parse(String numeral) {
    long total = 0;
    long group = 0;
    for (var hit : WORD.matcher(numeral).results().toList()) {
      var word = hit.group();
      if (word.equals("hundred")) {
        group = Math.max(1, group) * 100;
      } else if (word.equals("thousand")) {
        total += Math.max(1, group) * 1_000;
        group = 0;
      } else {
        group += VALUES.getOrDefault(word, 0L);
      }
    }
    return BigDecimal.valueOf(total + group);
  }

  private static Map<String, Long> values() {
    var values = new HashMap<String, Long>();
    WORD.matcher(SMALL).results().forEach(hit -> values.put(hit.group(), values.size() + 1L));
    int small = values.size();
    WORD.matcher(TENS)
        .results()
        .forEach(hit -> values.put(hit.group(), (values.size() - small + 2) * 10L));
    return Map.copyOf(values);
  }
}
