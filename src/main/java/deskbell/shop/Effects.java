package deskbell.shop;

import deskbell.conversation.CallResult;
import deskbell.conversation.ConversationId;
import deskbell.conversation.EffectKey;
import io.vertx.core.Future;
import java.util.List;
import java.util.Optional;

/**
 * Writes to the shop, recorded before they are made. Every method fails with {@link
 * deskbell.conversation.Unavailable} when the database does not answer in time.
 */
public interface Effects {
  /** The recorded effect of a key; without result where the process died in between. */
  Future<Optional<Effect>> find(EffectKey key);

  /** Records that a write is about to be made; nothing where it is recorded already. */
  Future<Void> begin(EffectKey key, String operation);

  /**
   * Stores the result and brings the one that counts: that of the first to finish. Fails with
   * {@link deskbell.conversation.NotFound} where the effect was never begun or was erased.
   */
  Future<CallResult> finish(EffectKey key, CallResult result);

  /** What a turn has written to the shop, oldest first; empty for most turns. */
  Future<List<Effect>> resultsOf(ConversationId conversation, long turn);
}
