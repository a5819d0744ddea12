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
import java.util.function.Predicate;
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
    try (var voters = Voters.open(model.folder, heard)) {
      if (ablate) {
        var utterances = new Utterances(LocalDate.now(ZoneOffset.UTC));
        var out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        new Ablation(voters.fused(), utterances).lines(read).forEach(out::println);
        return 0;
      }
      return measure(read, voters.interpreter(Catalogue.EMPTY, Clock.systemUTC()));
    }
  }

  private int measure(List<Example> read, Interpreter interpreter) throws IOException {
    var start = System.nanoTime();
    var best = new HashMap<Example, IntentScore>();
    for (var example : read) {
      best.put(
          example, interpreter.understand(example.text(), Optional.of(example.language())).best());
    }
    var evaluation = Evaluation.of(read, best::get);
    var microseconds = (System.nanoTime() - start) / 1_000.0 / read.size();
    var out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    if (json) {
      out.println(
          new ObjectMapper().writerWithDefaultPrettyPrinter().writeValueAsString(evaluation));
    } else {
      print(evaluation, microseconds, out);
      distances(read, example -> best.get(example).intent().equals(example.intent()), out);
    }
    return 0;
  }

  /** Told where the model holds the phrases that it was trained on. */
  private void distances(List<Example> read, Predicate<Example> right, PrintStream out) {
    var learnt =
        ModelDirectory.of(model.folder).phrases().stream()
            .map(phrase -> new Example(phrase.text(), phrase.language(), phrase.intent()))
            .toList();
    if (!learnt.isEmpty()) {
      out.println("by distance to the training phrases, from far to near:");
      Distances.of(learnt, read, right).bands().forEach(band -> out.println("  " + band.line()));
    }
  }

  private static void print(Evaluation evaluation, double microseconds, PrintStream out) {
    line(out, "examples", "%.0f", evaluation.examples());
    line(out, "accuracy", "%.3f", evaluation.accuracy());
    line(out, "  in scope", "%.3f", evaluation.inScopeAccuracy());
    line(out, "macro F1", "%.3f", evaluation.macroF1());
    line(out, "out of scope: recall", "%.3f", evaluation.outOfScopeRecall());
    line(out, "out of scope: precision", "%.3f", evaluation.outOfScopePrecision());
    line(out, "expected calibration error", "%.3f", evaluation.calibrationError());
    line(out, "µs a text", "%.0f", microseconds);
    out.println("taken for another:");
    evaluation
        .confusions()
        .forEach(c -> out.println("  " + c.count() + "  " + c.actual() + " → " + c.predicted()));
  }

  private static void line(PrintStream out, String what, String format, double value) {
    out.printf(Locale.ROOT, "%-28s " + format + "%n", what, value);
  }
}
