package deskbell.answering.grounding;

import deskbell.conversation.Invalid;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Units of measure by every name that they have. Immutable; any thread. */
final class Units {
  /** All units, from {@code units.txt}. */
  static final Units ALL = new Units();

  /** What prices are told in. */
  static final Set<String> CURRENCIES = Set.of("gbp", "eur", "usd", "cny");

  /** The alternatives of a pattern for units of time. */
  static final String OF_TIME =
      "(?:working |business )?days?|hours?|minutes?|weeks?|months?|years?|fortnights?";

  /** A unit: what it measures, and how much of that one is. */
  record Unit(String measure, double factor) {}

  private final Map<String, Unit> byName = new LinkedHashMap<>();
  private final Pattern first;

  private Units() {
    for (var line : WordList.lines("units.txt")) {
      var parts = line.split(" ", -1);
      if (parts.length < 3) {
        throw new Invalid("units.txt", "has the line " + line + "; must name a unit");
      }
      for (int i = 2; i < parts.length; i++) {
        byName.put(spaced(parts[i]), new Unit(parts[0], Double.parseDouble(parts[1])));
      }
    }
    var names =
        byName.keySet().stream()
            .sorted(Comparator.comparingInt(String::length).reversed())
            .map(Pattern::quote)
            .collect(Collectors.joining("|"));
    first = Pattern.compile("[ -]?(?:more )?(" + names + ")", Pattern.CASE_INSENSITIVE);
  }

  /** A unit where it was found. */
  record Found(Unit unit, int end) {}

  private static String spaced(String name) {
    return name.replace('_', ' ');
  }

  /** The unit that a text names from a place on; Latin names must be whole words. */
  Optional<Found> at(String text, int from) {
    var matcher = first.matcher(text).region(from, text.length());
    if (!matcher.lookingAt()) {
      return Optional.empty();
    }
    var name = matcher.group(1).toLowerCase(Locale.ROOT);
    int end = matcher.end();
    boolean cut =
        latin(name.charAt(name.length() - 1)) && end < text.length() && word(text.charAt(end));
    return cut ? Optional.empty() : Optional.of(new Found(byName.get(name), end));
  }

  /**
   * What makes no sense after a price or a time of day: " minutes" after "£3.95 days", or nothing.
   */
  String strange(String text, int from) {
    return at(text, from)
        .map(found -> found.unit().measure())
        .filter(measure -> !CURRENCIES.contains(measure))
        .map(measure -> " " + measure)
        .orElse("");
  }

  private static boolean latin(char character) {
    return character < 0x250 && Character.isLetter(character);
  }

  private static boolean word(char character) {
    return latin(character) || Character.isDigit(character);
  }
}
