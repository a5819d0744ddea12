package deskbell.handoff;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Who should take whom: oldest first, by department and language. Pure; any thread. */
final class Routing {
  /** A waiting ticket and the agent who should have it. */
  record Assignment(Ticket ticket, String agent) {}

  private Routing() {}

  /** The one who has waited longest of those that suit an agent. */
  static Optional<Ticket> next(List<Ticket> open, Colleague agent) {
    return open.stream().filter(Routing::waits).filter(agent::suits).findFirst();
  }

  /**
   * Gives each who waits to the agent with the fewest conversations who suits and is free. Whoever
   * suits nobody keeps nobody else waiting.
   *
   * @param open tickets, oldest first
   */
  static List<Assignment> assign(List<Ticket> open, List<Colleague> crew) {
    var hands = new ArrayList<>(crew);
    var assigned = new ArrayList<Assignment>();
    open.stream()
        .filter(Routing::waits)
        .forEach(
            ticket ->
                hands.stream()
                    .filter(agent -> agent.free() && agent.suits(ticket))
                    .min(Comparator.comparingInt(Colleague::held).thenComparing(Colleague::name))
                    .ifPresent(
                        agent -> {
                          assigned.add(new Assignment(ticket, agent.name()));
                          hands.set(hands.indexOf(agent), agent.busier());
                        }));
    return List.copyOf(assigned);
  }

  /** A shopper who is there and waits, not one who left a message. */
  private static boolean waits(Ticket ticket) {
    return ticket.state() == TicketState.WAITING && ticket.email().isEmpty();
  }
}
