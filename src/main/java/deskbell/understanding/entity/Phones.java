package deskbell.understanding.entity;

import com.google.i18n.phonenumbers.PhoneNumberMatch;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.Leniency;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberFormat;
import deskbell.conversation.EntityType;
import deskbell.conversation.Language;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Phone numbers, national ones read as the language's country first and as the other's second. The
 * value is E.164.
 */
final class Phones implements Finder {
  /** Candidates that are tried in one text and region. */
  private static final int MAX_TRIES = 50;

  private static final int FEWEST_DIGITS = 7;
  private static final Pattern SEVEN_DIGITS = Pattern.compile("\\d(?:[^\\dA-Za-z]{0,4}\\d){6}");

  private final PhoneNumberUtil numbers = PhoneNumberUtil.getInstance();

  @Override
  public List<Match> find(Reading reading, List<Match> surer) {
    if (reading.digits() < FEWEST_DIGITS || !SEVEN_DIGITS.matcher(reading.text()).find()) {
      return List.of();
    }
    var found = new ArrayList<Match>();
    for (var region : regions(reading.language())) {
      for (var hit : numbers.findNumbers(reading.text(), region, Leniency.VALID, MAX_TRIES)) {
        var match = match(hit);
        if (found.stream().noneMatch(match::overlaps)) {
          found.add(match);
        }
      }
    }
    return found;
  }

  private Match match(PhoneNumberMatch hit) {
    return new Match(
        EntityType.PHONE,
        numbers.format(hit.number(), PhoneNumberFormat.E164),
        hit.start(),
        hit.end());
  }

  private static List<String> regions(Language language) {
    return switch (language) {
      case EN -> List.of("GB", "CN");
      case ZH -> List.of("CN", "GB");
    };
  }
}
