package deskbell.answering;

import java.util.List;
import java.util.Optional;

/** Says a follow-up so that it stands alone. */
@FunctionalInterface
public interface Rewriter {
  /** Leaves everything as it was said. */
  Rewriter NONE = (_, _) -> Optional.empty();

  /**
   * What a text means without what was said before it; empty where it is best left as it is. May
   * block; any thread.
   *
   * @param history what the shopper said before, oldest first
   */
  Optional<String> alone(String text, List<String> history);
}
