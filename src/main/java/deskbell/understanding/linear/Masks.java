package deskbell.understanding.linear;

import deskbell.conversation.Entity;
import deskbell.understanding.Utterance;
import java.text.Normalizer;
import java.util.Locale;

/**
 * Prepares a text for {@link Features}: entities become their type, so that what was learnt from
 * one order number holds for all; width, case, apostrophes and which digits they are no longer
 * count.
 */
final class Masks {
  /** Begins the name of a masked entity's type, as in ⟨order_number⟩. */
  static final int OPEN = '⟨';

  static final int CLOSE = '⟩';

  private Masks() {}

  /** The text that features are taken from. */
  static String apply(Utterance utterance) {
    var text = utterance.text();
    var masked = new StringBuilder(text.length() + 16);
    int from = 0;
    for (var entity : utterance.entities()) {
      if (Utterance.VALUES.contains(entity.type())) {
        append(masked, text.substring(from, entity.start()));
        masked.appendCodePoint(OPEN).append(name(entity)).appendCodePoint(CLOSE);
        from = entity.end();
      }
    }
    append(masked, text.substring(from));
    return masked.toString();
  }

  private static String name(Entity entity) {
    return entity.type().wire();
  }

  private static void append(StringBuilder masked, String piece) {
    var plain =
        Normalizer.isNormalized(piece, Normalizer.Form.NFKC)
            ? piece
            : Normalizer.normalize(piece, Normalizer.Form.NFKC);
    var lower = plain.toLowerCase(Locale.ROOT);
    for (int i = 0; i < lower.length(); i++) {
      char c = lower.charAt(i);
      if (Character.isDigit(c)) {
        masked.append('0');
      } else if (c != '\'' && c != '’' && c != OPEN && c != CLOSE) {
        masked.append(c);
      }
    }
  }
}
