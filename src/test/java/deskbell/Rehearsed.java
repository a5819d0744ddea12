package deskbell;

import deskbell.dialog.Flows;
import deskbell.rehearsal.Verdict;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** The written conversations of the shipped flows, rehearsed. */
public final class Rehearsed {
  private Rehearsed() {}

  /** All of them, by the shipped model with these voters. */
  public static List<Verdict> by(List<String> voters) {
    var flows = Flows.load(Path.of("dialog-flows"));
    try (var studio =
        Studio.open(
            flows,
            Path.of("knowledge-base"),
            clock -> Understanding.open(Optional.empty(), voters, clock))) {
      return studio.rehearsal().runAll(flows);
    }
  }
}
