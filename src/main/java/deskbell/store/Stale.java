package deskbell.store;

import deskbell.conversation.Conflict;
import java.util.Optional;

/** What changes are refused with that are of another version than there is by now. */
final class Stale {
  private Stale() {}

  /**
   * @param what is changed, such as {@code synonyms en}
   * @param seen the version that whoever changes it saw
   */
  static Conflict of(String what, Optional<Long> seen) {
    return new Conflict(
        what
            + " changed meanwhile"
            + seen.map(version -> "; this change is of version " + version).orElse(""));
  }
}
