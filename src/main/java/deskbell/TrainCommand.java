package deskbell;

import deskbell.conversation.IntentScore;
import deskbell.training.Corpus;
import deskbell.training.CorpusSplit;
import deskbell.training.Example;
import deskbell.training.ModelReport;
import deskbell.training.ModelTrainer;
import deskbell.understanding.Catalogue;
import deskbell.understanding.FusedInterpreter;
import deskbell.understanding.ModelDirectory;
import deskbell.understanding.entity.EntityFinder;
import java.nio.file.Path;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
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
  private static final String EXAMPLES = "--examples";
  private static final String VALIDATION = "--validation";
  private static final String HELD_OUT = "--held-out";
  private static final String OUT = "--out";

  @Option(
      names = EXAMPLES,
      required = true,
      arity = "1..*",
      paramLabel = "FILE",
      description = "what to train on; files named below are left out of folders named here")
  List<Path> examples;

  @Option(
      names = VALIDATION,
      arity = "1..*",
      paramLabel = "FILE",
      description = "what to calibrate on; without it a tenth of each intent is cut off")
  List<Path> validation = List.of();

  @Option(
      names = HELD_OUT,
      arity = "1..*",
      paramLabel = "FILE",
      description = "what is measured on: examples that stand there are not trained on")
  List<Path> heldOut = List.of();

  @Option(names = OUT, required = true, paramLabel = "FOLDER", description = "model directory")
  Path out;

  @Spec CommandSpec spec;

  @Override
  public Integer call() throws Exception {
    var measured = Corpus.read(heldOut);
    var split = split(measured);
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
    new ModelReport(command(), split, measured, understanding()).write(out);
    say("written to " + out);
    return 0;
  }

  private CorpusSplit split(List<Example> measured) {
    var others = Stream.of(validation, heldOut).flatMap(List::stream).toList();
    var read = Corpus.readWithout(others, examples);
    return validation.isEmpty()
        ? CorpusSplit.cut(read, measured)
        : CorpusSplit.of(read, Corpus.read(validation), measured);
  }

  private Function<Example, IntentScore> understanding() {
    var interpreter =
        new FusedInterpreter(
            ModelDirectory.voters(Optional.of(out)),
            new EntityFinder(Catalogue.EMPTY),
            InstantSource.system());
    return example ->
        interpreter.understand(example.text(), Optional.of(example.language())).best();
  }

  private String command() {
    return "./deskbell train"
        + option(EXAMPLES, examples)
        + option(VALIDATION, validation)
        + option(HELD_OUT, heldOut)
        + option(OUT, List.of(out));
  }

  private static String option(String name, List<Path> values) {
    return values.isEmpty()
        ? ""
        : values.stream()
            .map(Path::toString)
            .collect(Collectors.joining(" ", " " + name + " ", ""));
  }

  private void say(String line) {
    spec.commandLine().getErr().println(line);
  }
}
