package deskbell.shop;

import deskbell.conversation.CallResult;
import deskbell.conversation.EffectKey;
import io.vertx.core.Future;
import java.util.Map;

/**
 * The calls that flows make, by name, with proof, limits on guessing and recorded effects behind
 * them. Never fails for the shop's sake: a shop that is slow, down or talks nonsense is the outcome
 * {@code unavailable}.
 */
@FunctionalInterface
public interface ShopCalls {
  /**
   * Makes one call. A write is first recorded under the key, then made with it; the same key again
   * gives the recorded result. Fails with {@link deskbell.conversation.Invalid} where the operation
   * is unknown or lacks an argument, with {@link deskbell.conversation.Unavailable} where the
   * database does not answer.
   */
  Future<CallResult> call(
      EffectKey key, String operation, Map<String, String> arguments, Caller caller);
}
