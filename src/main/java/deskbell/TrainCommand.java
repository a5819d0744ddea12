package deskbell;

import deskbell.training.Corpus;
import deskbell.training.CorpusSplit;
import deskbell.training.ModelTrainer;
import deskbell.understanding.ModelDirectory;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code train}: examples in, a model directory out. */
@Command(
    name = "train",
    description = "Trains a model from examples (JSON lines, CSV, or folders of them).",
    mixinStandardHelpOptions = true)
final class TrainCommand implements Callable<Integer> {
  @Option(
      names = "--examples",
      required = true,
      arity = "1..*",
      paramLabel = "FILE",
      description = "what to train on")
  List<Path> examples;

  @Option(
      names = "--validation",
      arity = "1..*",
      paramLabel = "FILE",
      description = "what to calibrate on; without it a tenth of each intent is cut off")
  List<Path> validation = List.of();

  @Option(
      names = "--held-out",
      arity = "1..*",
      paramLabel = "FILE",
      description = "what will be measured on: examples that stand there are not trained on")
  List<Path> heldOut = List.of();

  @Option(names = "--out", required = true, paramLabel = "FOLDER", description = "model directory")
  Path out;

  @Spec CommandSpec spec;

  @Override
  public Integer call() throws Exception {
    var read = Corpus.read(examples);
    var split =
        validation.isEmpty()
            ? CorpusSplit.cut(read)
            : CorpusSplit.of(read, Corpus.read(validation), Corpus.read(heldOut));
    say(
        "training on "
            + split.training().size()
            + " examples, calibrating on "
            + split.validation().size());
    say("left out: " + split.leaked() + " that are measured on, " + split.doubled() + " doubled");
    var balance = split.balance();
    say("fewest examples: " + balance.entrySet().stream().limit(3).toList());
    var taught = new ModelTrainer(LocalDate.now(ZoneOffset.UTC), this::say).train(split);
    ModelDirectory.write(out, taught);
    taught.forEach((language, what) -> say(language.code() + ": " + what.calibration()));
    say("written to " + out);
    return 0;
  }

  private void say(String line) {
    spec.commandLine().getErr().println(line);
  }
}
