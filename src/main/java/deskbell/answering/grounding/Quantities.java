package deskbell.answering.grounding;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * Reads numbers with what they count: prices, shares, spans of time, weights. In {@code 3–5 days}
 * both are days, in {@code £5–10} both are pounds. A number that counts nothing that is known is
 * true where the facts hold it so, or, with no word after it, with any unit.
 */
final class Quantities {
  private static final Pattern NUMBER =
      Pattern.compile(
          "(?:(us\\$|[£€¥$]|(?<![a-z])(?:gbp|eur|usd|cny|rmb))"
              + " ?)?(?<![\\w.])(?<![A-Za-z]-)(\\d+(?:,\\d{3})+(?!\\d)(?:\\.\\d+)?|\\d{1,3}(?:"
              + " \\d{3})+(?!\\d)|\\d+(?:\\.\\d+)?)",
          Pattern.CASE_INSENSITIVE);
  private static final Pattern BETWEEN =
      Pattern.compile("\\s*(?:[-–—~～/×x]|to|and|or|by|到|至|或|—+)\\s*", Pattern.CASE_INSENSITIVE);
  private static final Pattern COUNTED =
      Pattern.compile(
          "[ -]?(?!(?:or|and|to|until|after|before|from|of|in|on|at|by|for|with|per)\\b)(?![到至和或内起的后前左右以之间])[\\p{L}]");

  /** A number where it stands, and its unit once it is known. */
  private record Count(int start, int end, double value, Optional<Units.Unit> unit, boolean sign) {
    Count in(Optional<Units.Unit> other) {
      return new Count(start, end, value, other, sign);
    }
  }

  private Quantities() {}

  /** Takes every quantity. */
  static void take(Page page) {
    var text = page.rest();
    for (var number : shared(numbers(text), text)) {
      var said = text.substring(number.start(), number.end()).strip();
      page.take(number.start(), number.end(), claim(number, said, text));
    }
  }

  private static List<Count> numbers(String text) {
    var numbers = new ArrayList<Count>();
    NUMBER.matcher(text).results().forEach(hit -> number(hit, text).ifPresent(numbers::add));
    return numbers;
  }

  private static Optional<Count> number(MatchResult hit, String text) {
    double value = Amount.of(hit.group(2));
    var sign = Optional.ofNullable(hit.group(1)).map(Quantities::currency);
    var suffix = Units.ALL.at(text, hit.end());
    if (sign.isEmpty() && suffix.isEmpty() && codeGoesOn(text, hit.end())) {
      return Optional.empty();
    }
    var money = sign.map(name -> new Units.Unit(name, 1));
    int end = money.isPresent() ? hit.end() : suffix.map(Units.Found::end).orElse(hit.end());
    return Optional.of(
        new Count(
            hit.start(),
            end,
            value,
            money.or(() -> suffix.map(Units.Found::unit)),
            money.isPresent()));
  }

  private static boolean codeGoesOn(String text, int at) {
    return at < text.length() && text.substring(at, at + 1).matches("[A-Za-z]");
  }

  private static String currency(String sign) {
    return switch (sign.strip().toLowerCase(Locale.ROOT)) {
      case "£", "gbp" -> "gbp";
      case "€", "eur" -> "eur";
      case "¥", "cny", "rmb" -> "cny";
      default -> "usd";
    };
  }

  /** The same where numbers without a unit have that of the range that they begin or end. */
  private static List<Count> shared(List<Count> numbers, String text) {
    var shared = new ArrayList<>(numbers);
    for (int i = shared.size() - 2; i >= 0; i--) {
      var next = shared.get(i + 1);
      if (shared.get(i).unit().isEmpty() && !next.sign() && joined(shared.get(i), next, text)) {
        shared.set(i, shared.get(i).in(next.unit()));
      }
    }
    for (int i = 1; i < shared.size(); i++) {
      var before = shared.get(i - 1);
      if (shared.get(i).unit().isEmpty() && before.sign() && joined(before, shared.get(i), text)) {
        shared.set(i, shared.get(i).in(before.unit()));
      }
    }
    return shared;
  }

  private static boolean joined(Count one, Count next, String text) {
    return BETWEEN.matcher(text.substring(one.end(), next.start())).matches();
  }

  private static Claim claim(Count number, String said, String text) {
    var plain = Amount.plain(number.value());
    if (number.unit().isEmpty()) {
      var counted = COUNTED.matcher(text).region(number.end(), text.length()).lookingAt();
      var any = "number " + plain;
      var alone = "count " + plain;
      return new Claim(number.start(), said, counted ? alone : any, Set.of(any, alone));
    }
    var unit = number.unit().get();
    boolean price = Units.CURRENCIES.contains(unit.measure());
    if (price && number.value() == 0) {
      return Claim.of(number.start(), said, Freedom.FREE);
    }
    var measured = unit.measure() + " " + Amount.plain(size(number.value(), unit));
    if (number.sign()) {
      return Claim.of(number.start(), said, measured + Units.ALL.strange(text, number.end()));
    }
    return price
        ? Claim.of(number.start(), said, measured)
        : new Claim(number.start(), said, measured, Set.of(measured, "number " + plain));
  }

  /** 85折 and 8.5折 are the same. */
  private static double size(double value, Units.Unit unit) {
    double size = value * unit.factor();
    return unit.measure().equals("discount") && size >= 10 ? size / 10 : size;
  }
}
