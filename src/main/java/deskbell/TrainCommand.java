package deskbell;

import deskbell.conversation.IntentScore;
import deskbell.conversation.Language;
import deskbell.neural.NeuralDirectory;
import deskbell.neural.NeuralSettings;
import deskbell.training.Corpus;
import deskbell.training.CorpusSplit;
import deskbell.training.Example;
import deskbell.training.FusionFit;
import deskbell.training.ModelReport;
import deskbell.training.ModelTrainer;
import deskbell.training.Utterances;
import deskbell.training.neural.Epoch;
import deskbell.training.neural.Material;
import deskbell.training.neural.NeuralTrainer;
import deskbell.training.neural.TransformerSettings;
import deskbell.understanding.Catalogue;
import deskbell.understanding.Fusion;
import deskbell.understanding.ModelDirectory;
import deskbell.understanding.Neighbours;
import deskbell.understanding.SkillDirectory;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
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
    description = {
      "Trains a model from examples. A file's name tells its kind:",
      "  .jsonl       examples or transcripts, one a line; of a folder all of these",
      "  .csv         a column of texts and one of intents",
      "  .yml, .yaml  Rasa's training data",
      "  .json        a transcript or a list of them; with #train, #val or #test",
      "               behind the name that part of a file like CLINC150's"
    },
    mixinStandardHelpOptions = true)
final class TrainCommand implements Callable<Integer> {
  private static final String EXAMPLES = "--examples";
  private static final String VALIDATION = "--validation";
  private static final String HELD_OUT = "--held-out";
  private static final String OUT = "--out";
  private static final String NEURAL = "--neural";
  private static final String FROM = "--from";
  private static final String MATERIAL = "--material";
  private static final String ARTICLES = "--articles";

  /** Times that every text is filled before a Transformer learns its tasks. */
  private static final int GAP_EPOCHS = 2;

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

  @Option(
      names = NEURAL,
      description =
          "train a Transformer too, in minutes to an hour and a half on two processors; without"
              + " this one that the folder holds is kept")
  boolean neural;

  @Option(
      names = FROM,
      paramLabel = "FOLDER",
      description = "a Transformer to continue from, so that few examples train in minutes")
  Optional<Path> from;

  @Option(
      names = MATERIAL,
      paramLabel = "FOLDER",
      description = "what the Transformer learns beside intents: its folders rewrite and replies")
  Optional<Path> material;

  @Option(
      names = ARTICLES,
      paramLabel = "FOLDER",
      description = "the articles that replies answer from; default: ${DEFAULT-VALUE}",
      defaultValue = "knowledge-base")
  Path articles;

  @Option(
      names = "--epochs",
      paramLabel = "N",
      description = "times that the Transformer does every exercise at most")
  Optional<Integer> epochs;

  @Option(
      names = "--threads",
      paramLabel = "N",
      description = "processors that the Transformer's training takes; default: all")
  int threads = Runtime.getRuntime().availableProcessors();

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
    if (neural || from.isPresent()) {
      transformer(split);
    }
    phrases(split.training());
    try (var voters = Voters.open(Optional.of(out), Voters.ALL, NeuralSettings.PATIENT)) {
      fuse(voters, split.validation());
      skills(voters);
      report(voters, split, measured);
    }
    say("written to " + out);
    return 0;
  }

  private void phrases(List<Example> training) throws IOException {
    var learnt =
        training.stream()
            .map(
                example ->
                    new Neighbours.Phrase(example.text(), example.language(), example.intent()))
            .toList();
    ModelDirectory.writePhrases(out, learnt);
  }

  private void fuse(Voters voters, List<Example> validated) throws IOException {
    var utterances = new Utterances(LocalDate.now(ZoneOffset.UTC));
    var fusions = new EnumMap<Language, Map<Set<String>, Fusion>>(Language.class);
    for (var own : voters.each().entrySet()) {
      var examples =
          validated.stream().filter(example -> example.language() == own.getKey()).toList();
      if (!examples.isEmpty()) {
        fusions.put(own.getKey(), FusionFit.of(own.getValue(), examples, utterances));
      }
    }
    ModelDirectory.writeFusions(out, fusions);
    fusions.forEach((language, groups) -> groups.values().forEach(one -> say(language, one)));
  }

  /**
   * Fits what else the Transformer may do; one that was trained for nothing else may do nothing.
   */
  private void skills(Voters voters) throws IOException {
    if (material.isEmpty() && (neural || from.isPresent())) {
      SkillDirectory.writeNone(out);
    } else if (material.isPresent() && voters.transformer().isPresent()) {
      new SkillsFit(material.get(), articles, out, this::say).fit(voters.transformer().get());
    }
  }

  private void say(Language language, Fusion fusion) {
    say(language.code() + ": " + fusion);
  }

  private void report(Voters voters, CorpusSplit split, List<Example> measured) throws IOException {
    var interpreter = voters.interpreter(Catalogue.EMPTY, Clock.systemUTC());
    Function<Example, IntentScore> understand =
        example -> interpreter.understand(example.text(), Optional.of(example.language())).best();
    new ModelReport(command(), split, measured, understand).write(out);
  }

  private void transformer(CorpusSplit split) throws IOException {
    var usual = from.isPresent() ? TransformerSettings.CONTINUED : TransformerSettings.DEFAULTS;
    var settings = epochs.map(usual::withEpochs).orElse(usual).withThreads(threads);
    var learnt =
        material
            .map(place -> Material.read(place, articles, split.training()))
            .orElse(Material.NONE);
    var gaps = from.isPresent() ? 0 : GAP_EPOCHS;
    var epochs =
        new NeuralTrainer(settings, gaps, LocalDate.now(ZoneOffset.UTC), this::say)
            .train(split, learnt, from, out);
    ModelReport.learnt(out, epochs.stream().map(Epoch::point).toList());
  }

  private CorpusSplit split(List<Example> measured) {
    var others = Stream.of(validation, heldOut).flatMap(List::stream).toList();
    var read = Corpus.readWithout(others, examples);
    return validation.isEmpty()
        ? CorpusSplit.cut(read, measured)
        : CorpusSplit.of(read, Corpus.read(validation), measured);
  }

  private String command() {
    return "./deskbell train"
        + option(EXAMPLES, examples)
        + option(VALIDATION, validation)
        + option(HELD_OUT, heldOut)
        + (neural || NeuralDirectory.holds(Optional.of(out)) ? " " + NEURAL : "")
        + option(FROM, from.stream().toList())
        + option(MATERIAL, material.stream().toList())
        + (material.isEmpty() ? "" : option(ARTICLES, List.of(articles)))
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
