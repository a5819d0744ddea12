package deskbell.dialog.flow;

import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;

/**
 * A call of the shop, as flows see it.
 *
 * @param write whether it changes something in the shop; such a call needs a confirm before it
 * @param required arguments without which it cannot be made
 * @param optional further arguments
 * @param outcomes by name, {@code ok} among them, with the facts that each brings
 */
public record Operation(
    String name,
    boolean write,
    Set<String> required,
    Set<String> optional,
    Map<String, Facts> outcomes) {
  public Operation {
    required = Set.copyOf(required);
    optional = Set.copyOf(optional);
    outcomes = Map.copyOf(outcomes);
  }

  /**
   * The facts of an outcome.
   *
   * @param always present
   * @param maybe present where the shop knows them
   */
  public record Facts(Set<String> always, Set<String> maybe) {
    /** No facts. */
    public static final Facts NONE = new Facts(Set.of(), Set.of());

    public Facts {
      always = Set.copyOf(always);
      maybe = Set.copyOf(maybe);
    }
  }

  /** The facts that any outcome may bring: what a new call makes stale. */
  public Set<String> facts() {
    var all = new LinkedHashSet<String>();
    outcomes
        .values()
        .forEach(
            facts -> {
              all.addAll(facts.always());
              all.addAll(facts.maybe());
            });
    return all;
  }
}
