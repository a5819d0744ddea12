package deskbell.shop;

import deskbell.conversation.Invalid;
import java.time.Duration;

/**
 * How often a proof may be wrong.
 *
 * @param perOrder wrong tries for one order number within the window
 * @param perClient wrong tries from one client address, and by one signed identity
 */
public record ProofSettings(int perOrder, int perClient, Duration window) {
  /** Five an order and ten a client within an hour. */
  public static final ProofSettings DEFAULTS = new ProofSettings(5, 10, Duration.ofHours(1));

  public ProofSettings {
    atLeastOne("wrong-proofs-per-order", perOrder);
    atLeastOne("wrong-proofs-per-client", perClient);
    if (!window.isPositive()) {
      throw new Invalid("proof window", "must be positive");
    }
  }

  private static void atLeastOne(String setting, int value) {
    if (value < 1) {
      throw new Invalid(setting, "is " + value + "; 1 or more");
    }
  }
}
