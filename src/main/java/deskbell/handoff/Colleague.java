package deskbell.handoff;

import deskbell.conversation.Language;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * An agent as routing sees them.
 *
 * @param held conversations that they answer now
 * @param limit of that
 * @param languages that they answer in; none means any
 * @param departments that they are there for; none means every one
 * @param capacity a limit of their own; without one the desk's is theirs
 * @param version of whom they are for
 */
public record Colleague(
    String name,
    Availability availability,
    int held,
    int limit,
    Set<Language> languages,
    List<String> departments,
    Optional<Integer> capacity,
    long version) {
  public Colleague {
    languages = Set.copyOf(languages);
    departments = List.copyOf(departments);
  }

  /** True where this ticket is for them, whether or not they have a hand free. */
  public boolean suits(Ticket ticket) {
    return (languages.isEmpty() || languages.contains(ticket.language()))
        && (departments.isEmpty() || ticket.department().map(departments::contains).orElse(true));
  }

  /** True where they may be given one more. */
  public boolean free() {
    return availability == Availability.ONLINE && held < limit;
  }

  /** The same with one more. */
  Colleague busier() {
    return new Colleague(
        name, availability, held + 1, limit, languages, departments, capacity, version);
  }
}
