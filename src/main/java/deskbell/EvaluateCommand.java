package deskbell;

import com.fasterxml.jackson.databind.ObjectMapper;
import deskbell.conversation.IntentScore;
import deskbell.training.Ablation;
import deskbell.training.Corpus;
import deskbell.training.Distances;
import deskbell.training.Evaluation;
import deskbell.training.Example;
import deskbell.training.Utterances;
import deskbell.understanding.Catalogue;
import deskbell.understanding.Interpreter;
import deskbell.understanding.ModelDirectory;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code evaluate}: how well a model understands examples it has not seen. */
@Command(
    name = "evaluate",
    description = "Measures a model on examples.",
    mixinStandardHelpOptions = true)
final class EvaluateCommand implements Callable<Integer> {
  @Mixin ModelOption model = new ModelOption();

  @Mixin RecordOption record = new RecordOption();

  @Option(
      names = "--examples",
      required = true,
      arity = "1..*",
      paramLabel = "FILE",
      description = "what to measure on")
  List<Path> examples;

  @Option(
      names = "--voters",
      split = ",",
      paramLabel = "NAMES",
      description = "who is heard, as far as the model holds them; ${DEFAULT-VALUE}",
      defaultValue = Voters.NAMES)
  List<String> heard;

  @Option(names = "--ablate", description = "measure each voter alone, all, and all without one")
  boolean ablate;

  @Option(names = "--json", description = "print JSON")
  boolean json;

  @Override
  public Integer call() throws Exception {
    var read = Corpus.read(examples);
    var out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    try (var lines = record.lines(command(), out::println);
        var voters = Voters.open(model.folder, heard)) {
      if (ablate) {
        var utterances = new Utterances(LocalDate.now(ZoneOffset.UTC));
        new Ablation(voters.fused(), utterances).lines(read).forEach(lines);
      } else {
        measure(read, voters.interpreter(Catalogue.EMPTY, Clock.systemUTC()), lines);
      }
    }
    return 0;
  }

  private String command() {
    return examples.stream()
        .map(Path::toString)
        .collect(
            Collectors.joining(
                " ", ablate ? "evaluate --ablate --examples " : "evaluate --examples ", ""));
  }

  private void measure(List<Example> read, Interpreter interpreter, Consumer<String> out)
      throws IOException {
    var start = System.nanoTime();
    var best = new HashMap<Example, IntentScore>();
    for (var example : read) {
      best.put(
          example, interpreter.understand(example.text(), Optional.of(example.language())).best());
    }
    var evaluation = Evaluation.of(read, best::get);
    var microseconds = (System.nanoTime() - start) / 1_000.0 / read.size();
    if (json) {
      out.accept(
          new ObjectMapper().writerWithDefaultPrettyPrinter().writeValueAsString(evaluation));
    } else {
      print(evaluation, microseconds, out);
      distances(read, example -> best.get(example).intent().equals(example.intent()), out);
    }
  }

  /** Told where the model holds the phrases that it was trained on. */
  private void distances(List<Example> read, Predicate<Example> right, Consumer<String> out) {
    var learnt =
        ModelDirectory.of(model.folder).phrases().stream()
            .map(phrase -> new Example(phrase.text(), phrase.language(), phrase.intent()))
            .toList();
    if (!learnt.isEmpty()) {
      out.accept("by distance to the training phrases, from far to near:");
      Distances.of(learnt, read, right).bands().forEach(band -> out.accept("  " + band.line()));
    }
  }

  private static void print(Evaluation evaluation, double microseconds, Consumer<String> out) {
    line(out, "examples", "%.0f", evaluation.examples());
    line(out, "accuracy", "%.3f", evaluation.accuracy());
    line(out, "  in scope", "%.3f", evaluation.inScopeAccuracy());
    line(out, "macro F1", "%.3f", evaluation.macroF1());
    line(out, "out of scope: recall", "%.3f", evaluation.outOfScopeRecall());
    line(out, "out of scope: precision", "%.3f", evaluation.outOfScopePrecision());
    line(out, "expected calibration error", "%.3f", evaluation.calibrationError());
    line(out, "µs a text", "%.0f", microseconds);
    out.accept("taken for another:");
    evaluation
        .confusions()
        .forEach(c -> out.accept("  " + c.count() + "  " + c.actual() + " → " + c.predicted()));
  }

  private static void line(Consumer<String> out, String what, String format, double value) {
    out.accept(String.format(Locale.ROOT, "%-28s " + format, what, value));
  }
}
