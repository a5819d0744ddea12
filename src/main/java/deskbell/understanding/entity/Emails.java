package deskbell.understanding.entity;

import deskbell.conversation.EntityType;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** E-mail addresses; the value is in lower case. */
final class Emails implements Finder {
  private static final Pattern ADDRESS =
      Pattern.compile(
          Scan.LEFT
              + "[A-Za-z0-9][A-Za-z0-9._%+-]{0,63}@(?:[A-Za-z0-9-]{1,63}\\.){1,4}[A-Za-z]{2,24}"
              + Scan.RIGHT);

  @Override
  public List<Match> find(Reading reading, List<Match> surer) {
    if (reading.text().indexOf('@') < 0) {
      return List.of();
    }
    return Scan.all(
        ADDRESS,
        reading.text(),
        EntityType.EMAIL,
        hit -> Optional.of(hit.group().toLowerCase(Locale.ROOT)));
  }
}
