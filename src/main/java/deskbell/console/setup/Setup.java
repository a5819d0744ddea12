package deskbell.console.setup;

import deskbell.handoff.Hours;
import java.util.List;
import java.util.Optional;

/**
 * What administrators have set, as it is kept.
 *
 * @param number grows with every change; 0 before the first
 * @param hours when people answer; empty for what the command line says
 * @param hoursVersion grows with every change of the hours
 * @param origins pages that may open the chat besides the server's own; empty for what the command
 *     line says
 * @param originsVersion grows with every change of these
 */
public record Setup(
    long number,
    Optional<Hours> hours,
    long hoursVersion,
    Optional<List<String>> origins,
    long originsVersion) {
  public Setup {
    origins = origins.map(List::copyOf);
  }
}
