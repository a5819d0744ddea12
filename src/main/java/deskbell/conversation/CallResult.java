package deskbell.conversation;

import java.util.Map;

/**
 * What a call of the shop brought.
 *
 * @param outcome {@code ok} or the name of a failure branch: {@code not_found}, {@code refused},
 *     {@code too_many_tries}, {@code needs_identity}, {@code unavailable}
 * @param facts values that a flow's texts and branches may use
 */
public record CallResult(String outcome, Map<String, String> facts) {
  public CallResult {
    facts = Map.copyOf(facts);
  }

  /** True where the call did what was asked. */
  public boolean ok() {
    return outcome.equals("ok");
  }
}
