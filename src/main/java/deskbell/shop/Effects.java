package deskbell.shop;

import deskbell.conversation.CallResult;
import deskbell.conversation.EffectKey;
import io.vertx.core.Future;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Writes to the shop, recorded before they are made. Every method fails with {@link
 * deskbell.conversation.Unavailable} when the database does not answer in time.
 */
public interface Effects {
  /** The recorded effect of a key; without result where the process died in between. */
  Future<Optional<Effect>> find(EffectKey key);

  /**
   * Records that a write is about to be made; nothing where it is recorded already.
   *
   * @param arguments what makes the same write again, without the proof
   */
  Future<Void> begin(EffectKey key, String operation, Map<String, String> arguments);

  /**
   * Stores the result and brings the one that counts: that of the first to finish. Fails with
   * {@link deskbell.conversation.NotFound} where the effect was never begun or was erased.
   */
  Future<CallResult> finish(EffectKey key, CallResult result);

  /**
   * Takes up writes whose result nobody was shown and whose turn will not be answered any more: it
   * counts as answered, or the conversation is not with the bot. Oldest first; each comes to one
   * node alone, and not again before the pause is over.
   *
   * @param age how long ago they were recorded at least
   */
  Future<List<LooseEnd>> takeUp(Duration age, Duration pause, int limit);
}
