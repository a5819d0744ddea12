package deskbell.training;

import deskbell.conversation.IntentScore;
import deskbell.conversation.Language;
import deskbell.understanding.FusedVoter;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * What each voter is worth: each alone, all together, and all without one. Blocks as long as the
 * voters do; one thread.
 */
public final class Ablation {
  private final Map<Language, FusedVoter> voters;
  private final Utterances utterances;

  /** Measures these voters, one a language. */
  public Ablation(Map<Language, FusedVoter> voters, Utterances utterances) {
    this.voters = Map.copyOf(voters);
    this.utterances = utterances;
  }

  /** A group's figures on examples, and for each of these whether the group was right. */
  private record Outcome(Evaluation figures, List<Boolean> right) {}

  /** A table of figures, a line a group, and the gain by each voter. */
  public List<String> lines(List<Example> examples) {
    var known = examples.stream().filter(one -> voters.containsKey(one.language())).toList();
    var all = new LinkedHashSet<String>();
    voters.values().forEach(voter -> all.addAll(voter.names().stream().sorted().toList()));
    var lines = new ArrayList<String>();
    lines.add("voters: accuracy, in scope, macro F1, out of scope: recall, calibration error");
    all.forEach(name -> lines.add(line(name + " alone", outcome(Set.of(name), known).figures())));
    var together = outcome(all, known);
    lines.add(line("all", together.figures()));
    for (var name : all) {
      if (all.size() > 1) {
        var others = new LinkedHashSet<>(all);
        others.remove(name);
        var without = outcome(others, known);
        lines.add(line("all without " + name, without.figures()));
        lines.add("  gain by " + name + ": " + Gain.of(together.right(), without.right()));
      }
    }
    return lines;
  }

  private Outcome outcome(Set<String> names, List<Example> examples) {
    var right = new ArrayList<Boolean>();
    var figures =
        Evaluation.of(
            examples,
            example -> {
              var best = best(names, example);
              right.add(best.intent().equals(example.intent()));
              return best;
            });
    return new Outcome(figures, right);
  }

  private IntentScore best(Set<String> names, Example example) {
    var voter = voters.get(example.language()).only(names);
    return voter.vote(utterances.of(example)).ranked(1).getFirst();
  }

  private static String line(String group, Evaluation figures) {
    return String.format(
        Locale.ROOT,
        "%-24s %.3f  %.3f  %.3f  %.3f  %.3f",
        group,
        figures.accuracy(),
        figures.inScopeAccuracy(),
        figures.macroF1(),
        figures.outOfScopeRecall(),
        figures.calibrationError());
  }
}
