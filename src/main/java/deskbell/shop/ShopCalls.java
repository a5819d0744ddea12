package deskbell.shop;

import deskbell.conversation.CallResult;
import deskbell.conversation.EffectKey;
import deskbell.conversation.Identity;
import deskbell.conversation.Language;
import io.vertx.core.Future;
import java.util.Map;
import java.util.Optional;

/**
 * The calls that flows make, by name, with proof, limits on guessing and recorded effects behind
 * them. Never fails for the shop's sake: a shop that is slow, down or talks nonsense is the outcome
 * {@code unavailable}.
 */
@FunctionalInterface
public interface ShopCalls {
  /**
   * Makes one call. A write is first recorded under the key, then made with it; the same key again
   * gives the recorded result.
   */
  Future<CallResult> call(
      EffectKey key,
      String operation,
      Map<String, String> arguments,
      Optional<Identity> identity,
      Language language);
}
