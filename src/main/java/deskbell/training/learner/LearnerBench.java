package deskbell.training.learner;

import deskbell.conversation.Invalid;
import deskbell.training.Gain;
import deskbell.training.neural.TransformerSettings;
import deskbell.understanding.NeighbourVoter;
import deskbell.understanding.NeuralVoter;
import deskbell.understanding.linear.LinearVoter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/**
 * How well the learner learns public data, beside the best sparse learners measured on the same
 * files. Blocks for minutes; hours with the Transformer.
 */
public final class LearnerBench {
  /** What others reach on a set, and what is aimed at, in percent. */
  private record Target(String sparse, String reach) {}

  private static final Map<String, Target> TARGETS =
      Map.of(
          PublicData.CLINC150,
          new Target("93.1 / 56.0", "94.0 / 58"),
          PublicData.BANKING77,
          new Target("92.4", "92.8"),
          PublicData.HWU64,
          new Target("88.9", "90.0"),
          "HINT3 curekart",
          new Target("86.5", "88"),
          "HINT3 sofmattress",
          new Target("78.7", "80"),
          "HINT3 powerplay11",
          new Target("67.6", "69"));

  private static final Set<String> SPARSE = Set.of(LinearVoter.NAME, NeighbourVoter.NAME);

  private static final Set<String> ALL =
      Set.of(LinearVoter.NAME, NeighbourVoter.NAME, NeuralVoter.NAME);

  private final PublicData data;
  private final List<String> names;
  private final Optional<FurtherVoter> further;
  private final Consumer<String> progress;

  /** A group of voters under the name that it has in the table. */
  private record Column(String name, Set<String> voters) {}

  /**
   * Measures on sets in a folder.
   *
   * @param only names of sets that are measured; all where it is empty
   * @param neural how a Transformer is trained; without it none is
   */
  public LearnerBench(
      Path data,
      List<String> only,
      Optional<TransformerSettings> neural,
      Consumer<String> progress) {
    if (!PublicData.NAMES.containsAll(only)) {
      throw new Invalid("--only", "is " + only + "; known: " + PublicData.NAMES);
    }
    this.data = new PublicData(data);
    names = only.isEmpty() ? PublicData.NAMES : List.copyOf(only);
    further = neural.map(settings -> new TransformerLearner(settings, progress));
    this.progress = progress;
  }

  /**
   * Prints a table line by line as figures come in.
   *
   * @param test whether the test parts are asked; otherwise the validation parts are, and the test
   *     parts are left alone
   */
  public void run(boolean test, Consumer<String> table) {
    var columns = columns();
    var head = new StringBuilder(String.format("%-18s", test ? "test" : "validation"));
    columns.forEach(column -> head.append(String.format("%16s", column.name())));
    table.accept(head.append(String.format("%16s%16s", "best sparse", "reach")).toString());
    for (var name : names) {
      var folds = figures(data.set(name), test);
      table.accept(line(name, folds, columns));
      if (further.isPresent()) {
        table.accept("  gain by the Transformer in scope: " + gain(folds));
      }
    }
    table.accept(
        String.format(
            Locale.ROOT,
            "in %%: accuracy in scope; of CLINC150 also recall out of scope, at the threshold that"
                + " cost %.1f points on validation",
            100 * Trial.GIVEN_FOR_REJECTION));
    table.accept(
        String.format(
            "HINT3: mean of %d folds of the train part; the columns beside are on messages of"
                + " users, which are not here",
            PublicData.FOLDS));
  }

  private List<Column> columns() {
    var columns = new ArrayList<Column>();
    columns.add(new Column("linear", Set.of(LinearVoter.NAME)));
    columns.add(new Column("nearest", Set.of(NeighbourVoter.NAME)));
    columns.add(new Column("both fused", SPARSE));
    if (further.isPresent()) {
      columns.add(new Column("Transformer", Set.of(NeuralVoter.NAME)));
      columns.add(new Column("all fused", ALL));
    }
    return columns;
  }

  private List<Map<Set<String>, Figures>> figures(List<PublicSet> folds, boolean test) {
    return folds.stream().map(set -> new Trial(set, further, progress).run(test)).toList();
  }

  private static Gain gain(List<Map<Set<String>, Figures>> folds) {
    return Gain.of(right(folds, ALL), right(folds, SPARSE));
  }

  private static List<Boolean> right(List<Map<Set<String>, Figures>> folds, Set<String> voters) {
    return folds.stream().flatMap(fold -> fold.get(voters).right().stream()).toList();
  }

  private static String line(
      String name, List<Map<Set<String>, Figures>> folds, List<Column> columns) {
    var line = new StringBuilder(String.format("%-18s", name));
    for (var column : columns) {
      var of = folds.stream().map(fold -> fold.get(column.voters())).toList();
      line.append(
          String.format(
              "%16s",
              percent(of.stream().mapToDouble(Figures::accuracy).average().orElse(0))
                  + (name.equals(PublicData.CLINC150)
                      ? " / "
                          + percent(of.stream().mapToDouble(Figures::recall).average().orElse(0))
                      : "")));
    }
    var target = TARGETS.get(name);
    return line.append(String.format("%16s%16s", target.sparse(), target.reach())).toString();
  }

  private static String percent(double share) {
    return String.format(Locale.ROOT, "%.1f", 100 * share);
  }
}
