package deskbell;

import deskbell.training.MeasuredFigures;
import deskbell.training.learner.LearnerBench;
import deskbell.training.neural.TransformerSettings;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code bench learner}: how well the learner learns public data. */
@Command(
    name = "learner",
    description =
        "Trains on public data (CLINC150, BANKING77, HWU64, HINT3) and prints what comes of it"
            + " beside what others reach. Everything is chosen on validation parts.",
    mixinStandardHelpOptions = true)
final class BenchLearnerCommand implements Callable<Integer> {
  @Spec CommandSpec spec;

  @Option(
      names = "--data",
      required = true,
      paramLabel = "FOLDER",
      description = "holds clinc150, banking77, hwu64 and hint3")
  Path data;

  @Option(
      names = "--only",
      split = ",",
      paramLabel = "NAMES",
      description = "sets that are measured, as CLINC150,HWU64; default: all")
  List<String> only = List.of();

  @Option(
      names = "--validation",
      description = "measure on the validation parts and leave the test parts alone")
  boolean validation;

  @Option(names = "--neural", description = "train a Transformer too: hours on two processors")
  boolean neural;

  @Option(
      names = "--epochs",
      paramLabel = "N",
      description = "times that the Transformer does every exercise at most")
  Optional<Integer> epochs;

  @Mixin RecordOption record = new RecordOption();

  @Override
  public Integer call() {
    var usual = TransformerSettings.DEFAULTS;
    var settings =
        neural
            ? Optional.of(epochs.map(usual::withEpochs).orElse(usual))
            : Optional.<TransformerSettings>empty();
    var out = spec.commandLine().getOut();
    var err = spec.commandLine().getErr();
    var command =
        MeasuredFigures.LEARNER
            + (only.isEmpty() ? "" : " --only " + String.join(",", only))
            + (neural ? " --neural" : "")
            + (validation ? " --validation" : "");
    try (var lines = record.lines(command, out::println)) {
      new LearnerBench(data, only, settings, err::println).run(!validation, lines);
    }
    return 0;
  }
}
