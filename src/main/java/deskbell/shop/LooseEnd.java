package deskbell.shop;

import deskbell.conversation.Language;
import java.time.Instant;
import java.util.Map;

/**
 * A write to the shop whose result nobody was shown, and whose turn will not be answered any more.
 *
 * @param arguments what makes the write again; empty where its result is known
 * @param begun when it was recorded
 * @param language the shopper's
 */
public record LooseEnd(
    Effect effect, Map<String, String> arguments, Instant begun, Language language) {
  public LooseEnd {
    arguments = Map.copyOf(arguments);
  }
}
