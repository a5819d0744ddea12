package deskbell.handoff;

import java.util.Optional;

/**
 * What goes with a change of hands and no shopper sees.
 *
 * @param outcome what came of it, where the conversation ends
 * @param department where the shopper waits from now on; empty leaves it as it is
 * @param note for whoever comes next
 */
public record Aside(
    Optional<Outcome> outcome, Optional<String> department, Optional<Parting> note) {
  /** What an agent writes for whoever comes next. */
  public record Parting(Agent by, NewNote note) {}

  /** Nothing. */
  public static final Aside NONE = new Aside(Optional.empty(), Optional.empty(), Optional.empty());

  /** How a conversation ended. */
  static Aside ended(Optional<Outcome> outcome) {
    return new Aside(outcome, Optional.empty(), Optional.empty());
  }
}
