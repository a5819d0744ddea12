package deskbell;

import deskbell.bench.NeuralBench;
import deskbell.training.Corpus;
import deskbell.training.Utterances;
import deskbell.training.neural.TrainingSpeed;
import deskbell.understanding.ModelDirectory;
import deskbell.understanding.NeuralVoter;
import deskbell.understanding.Utterance;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code bench neural}: how fast the Transformer answers and learns. */
@Command(
    name = "neural",
    description = "Measures the Transformer beside bare matrix products and the linear voter.",
    mixinStandardHelpOptions = true)
final class BenchNeuralCommand implements Callable<Integer> {
  @Spec CommandSpec spec;

  @Mixin ModelOption model = new ModelOption();

  @Mixin RecordOption record = new RecordOption();

  @Option(
      names = "--examples",
      arity = "1..*",
      paramLabel = "FILE",
      description = "what is asked; default: the validation examples",
      defaultValue = "src/main/corpus/en/validation.jsonl")
  List<Path> examples;

  @Override
  public Integer call() {
    BenchCommand.needsTransformer(model.folder);
    var read = Corpus.read(examples);
    var today = LocalDate.now(ZoneOffset.UTC);
    var asked = read.stream().map(new Utterances(today)::of).toList();
    var texts = asked.stream().map(NeuralVoter::text).distinct().toList();
    var out = spec.commandLine().getOut();
    try (var lines = record.lines("bench neural", out::println)) {
      new NeuralBench(model.folder, texts).run().forEach(lines);
      lines.accept(linear(asked));
      lines.accept(TrainingSpeed.of(read, today));
    }
    return 0;
  }

  private String linear(List<Utterance> asked) {
    var voters = ModelDirectory.of(model.folder).linear();
    asked.forEach(one -> voters.get(one.language()).vote(one));
    long start = System.nanoTime();
    asked.forEach(one -> voters.get(one.language()).vote(one));
    double each = (System.nanoTime() - start) / 1e9 / asked.size();
    return String.format(
        Locale.ROOT, "linear voter beside it: %,.0f/s, %.0f µs each", 1 / each, each * 1e6);
  }
}
