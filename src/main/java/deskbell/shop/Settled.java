package deskbell.shop;

import deskbell.conversation.CallResult;
import deskbell.conversation.EffectKey;
import deskbell.conversation.Language;

/**
 * What came of a write that was a loose end.
 *
 * @param operation such as {@code cancel_order}
 * @param result its outcome is {@code unavailable} where nobody knows whether it happened; of an
 *     order's write the fact {@code order} is always there
 * @param language the shopper's
 */
public record Settled(EffectKey key, String operation, CallResult result, Language language) {}
