package deskbell;

import deskbell.dialog.FlowDialogue;
import deskbell.dialog.Flows;
import deskbell.dialog.WatchedDialogue;
import deskbell.dialog.flow.Conversation;
import deskbell.rehearsal.Verdict;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** The written conversations of the shipped flows, rehearsed. */
public final class Rehearsed {
  private static List<Run> all = List.of();

  private Rehearsed() {}

  /** How a conversation went, and what was decided in it. */
  public record Run(Verdict verdict, List<WatchedDialogue.Exchange> decisions) {}

  /** All of them by the shipped model with all voters: rehearsed once for all tests. */
  public static synchronized List<Run> all() {
    if (all.isEmpty()) {
      all = runs(Voters.ALL, UnaryOperator.identity());
    }
    return all;
  }

  /** Those that are chosen, by the shipped model with these voters. */
  public static List<Verdict> by(List<String> voters, UnaryOperator<List<Conversation>> choice) {
    return runs(voters, choice).stream().map(Run::verdict).toList();
  }

  private static List<Run> runs(List<String> voters, UnaryOperator<List<Conversation>> choice) {
    var flows = Flows.load(Path.of("dialog-flows"));
    var written = flows.all().stream().flatMap(flow -> flow.conversations().stream()).toList();
    try (var studio =
        Studio.open(
            flows,
            Path.of("knowledge-base"),
            clock -> Understanding.open(Optional.empty(), voters, clock))) {
      return choice.apply(written).stream().map(one -> run(one, flows, studio)).toList();
    }
  }

  private static Run run(Conversation conversation, Flows flows, Studio studio) {
    var watched = new WatchedDialogue(new FlowDialogue(flows));
    var verdict = studio.rehearsal(watched).run(conversation);
    return new Run(verdict, watched.exchanges());
  }
}
