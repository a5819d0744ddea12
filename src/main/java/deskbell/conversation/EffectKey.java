package deskbell.conversation;

/**
 * Names one write to the shop, so that it happens once however often it is tried.
 *
 * @param turn the shopper's turn that caused it
 * @param step flow and step, such as {@code cancel-order/cancel}
 */
public record EffectKey(ConversationId conversation, long turn, String step) {
  @Override
  public String toString() {
    return conversation + "/" + turn + "/" + step;
  }
}
