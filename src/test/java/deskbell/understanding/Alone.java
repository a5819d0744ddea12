package deskbell.understanding;

import deskbell.conversation.Language;
import java.util.Map;
import java.util.stream.Collectors;

/** Voters that speak for themselves. */
public final class Alone {
  private Alone() {}

  /** Each of these alone. */
  public static Map<Language, FusedVoter> of(Map<Language, ? extends IntentVoter> voters) {
    return voters.entrySet().stream()
        .collect(
            Collectors.toUnmodifiableMap(
                Map.Entry::getKey, entry -> FusedVoter.alone(entry.getValue())));
  }
}
