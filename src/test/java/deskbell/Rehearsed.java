package deskbell;

import deskbell.dialog.Flows;
import deskbell.dialog.flow.Conversation;
import deskbell.rehearsal.Verdict;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** The written conversations of the shipped flows, rehearsed. */
public final class Rehearsed {
  private Rehearsed() {}

  /** All of them, by the shipped model with these voters. */
  public static List<Verdict> by(List<String> voters) {
    return by(voters, UnaryOperator.identity());
  }

  /** Those that are chosen, by the shipped model with these voters. */
  public static List<Verdict> by(List<String> voters, UnaryOperator<List<Conversation>> choice) {
    var flows = Flows.load(Path.of("dialog-flows"));
    var written = flows.all().stream().flatMap(flow -> flow.conversations().stream()).toList();
    try (var studio =
        Studio.open(
            flows,
            Path.of("knowledge-base"),
            clock -> Understanding.open(Optional.empty(), voters, clock))) {
      var rehearsal = studio.rehearsal();
      return choice.apply(written).stream().map(rehearsal::run).toList();
    }
  }
}
