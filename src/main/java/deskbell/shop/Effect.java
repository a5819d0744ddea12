package deskbell.shop;

import deskbell.conversation.CallResult;
import deskbell.conversation.EffectKey;
import java.util.Optional;

/**
 * A write to the shop as it was recorded.
 *
 * @param operation such as {@code cancel_order}
 * @param result empty until the shop has answered
 */
public record Effect(EffectKey key, String operation, Optional<CallResult> result) {}
