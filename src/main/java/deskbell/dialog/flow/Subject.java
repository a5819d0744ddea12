package deskbell.dialog.flow;

import java.util.Set;

/**
 * What a branch looks at: a slot, a fact, {@code signed_in} (yes or no) or {@code intent} (the one
 * that started the flow).
 *
 * @param day whether only its day counts: past, today or future
 */
public record Subject(String name, boolean day) {
  /** Whether the shop has vouched for the shopper: {@code yes} or {@code no}. */
  public static final String SIGNED_IN = "signed_in";

  /** The intent that started the flow. */
  public static final String INTENT = "intent";

  /** The values of a day. */
  public static final Set<String> DAYS = Set.of("past", "today", "future");
}
