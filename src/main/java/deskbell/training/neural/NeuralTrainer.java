package deskbell.training.neural;

import deskbell.conversation.Invalid;
import deskbell.neural.NeuralDirectory;
import deskbell.neural.Tokenizer;
import deskbell.neural.Torch;
import deskbell.neural.TransformerConfig;
import deskbell.neural.Weights;
import deskbell.training.CorpusSplit;
import deskbell.training.Example;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * Trains a Transformer on a corpus and writes its directory: first to fill gaps in all texts, then
 * all tasks together. Continues from another directory where one is given, and from the last
 * checkpoint after an interruption. Blocks for minutes to hours; one thread.
 */
public final class NeuralTrainer {
  private static final String GAPS = "checkpoint-gaps.bin";
  private static final String TASKS = "checkpoint-tasks.bin";

  /** Of the examples without values, one in so many teaches that there are none. */
  private static final int EMPTY_SHARE = 4;

  /** Of the texts with gaps, one in so many is kept to choose by. */
  private static final int VALIDATION_SHARE = 20;

  private final TransformerSettings settings;
  private final int gapEpochs;
  private final LocalDate today;
  private final Consumer<String> progress;

  /**
   * A trainer that says how far it is.
   *
   * @param gapEpochs times that every text is filled before anything else; 0 for not at all
   * @param today gives relative dates their meaning
   */
  public NeuralTrainer(
      TransformerSettings settings, int gapEpochs, LocalDate today, Consumer<String> progress) {
    this.settings = settings;
    this.gapEpochs = gapEpochs;
    this.today = today;
    this.progress = progress;
  }

  /** Trains and writes; says how each epoch of tasks ended. */
  public List<Epoch> train(CorpusSplit corpus, Material material, Optional<Path> from, Path out)
      throws IOException {
    Files.createDirectories(out);
    var start = from.map(place -> NeuralDirectory.read(Optional.of(place)));
    var intents = corpus.training().stream().map(Example::intent).distinct().sorted().toList();
    var exercises = new Exercises(intents, today);
    var texts = texts(corpus.training(), material, exercises);
    var tokenizer =
        start
            .map(NeuralDirectory.Contents::tokenizer)
            .orElseGet(() -> new TokenizerTrainer(TokenizerTrainer.MOST_TOKENS).train(texts));
    var config =
        start
            .map(contents -> contents.config().withIntents(intents))
            .orElseGet(() -> TransformerConfig.of(pieces(tokenizer), intents));
    var knows =
        start.isPresent()
            ? Optional.of(Transfer.to(config, start.get(), settings.seed()))
            : filled(config, tokenizer, texts, out);
    var course = course(config, tokenizer, corpus, material, exercises);
    var trained = trainer(settings, out.resolve(TASKS)).train(course, knows);
    write(out, config, tokenizer, trained.weights());
    Files.deleteIfExists(out.resolve(GAPS));
    Files.deleteIfExists(out.resolve(TASKS));
    return trained.epochs();
  }

  private static List<String> texts(
      List<Example> examples, Material material, Exercises exercises) {
    return Stream.concat(examples.stream().map(exercises::text), material.texts()).toList();
  }

  private static int pieces(String tokenizer) {
    try (var read = Tokenizer.read(tokenizer)) {
      return read.size();
    }
  }

  private Optional<Map<String, float[]>> filled(
      TransformerConfig config, String tokenizer, List<String> texts, Path out) throws IOException {
    if (gapEpochs == 0) {
      return Optional.empty();
    }
    progress.accept("filling gaps in " + texts.size() + " texts");
    var all = Exercises.gaps(texts.stream().distinct().toList());
    var course = new Course(config, tokenizer, learnt(all), kept(all));
    var trainer = trainer(settings.withEpochs(gapEpochs), out.resolve(GAPS));
    return Optional.of(trainer.train(course, Optional.empty()).weights());
  }

  private TransformerTrainer trainer(TransformerSettings chosen, Path checkpoint) {
    return new TransformerTrainer(chosen, Optional.of(checkpoint), progress);
  }

  private static Course course(
      TransformerConfig config,
      String tokenizer,
      CorpusSplit corpus,
      Material material,
      Exercises exercises) {
    var training = new ArrayList<>(exercises.choices(corpus.training()));
    training.addAll(slots(exercises, corpus.training()));
    training.addAll(Exercises.tellings(material.training()));
    var validation = new ArrayList<>(exercises.choices(corpus.validation()));
    validation.addAll(slots(exercises, corpus.validation()));
    validation.addAll(Exercises.tellings(material.validation()));
    return new Course(config, tokenizer, training, validation);
  }

  /** Exercises in copying values, where any are marked. */
  private static List<Exercise> slots(Exercises exercises, List<Example> examples) {
    return examples.stream().allMatch(example -> example.slots().isEmpty())
        ? List.of()
        : exercises.slots(examples, EMPTY_SHARE);
  }

  private static List<Exercise> kept(List<Exercise> all) {
    return every(all, true);
  }

  private static List<Exercise> learnt(List<Exercise> all) {
    return every(all, false);
  }

  private static List<Exercise> every(List<Exercise> all, boolean chosen) {
    var part = new ArrayList<Exercise>();
    for (int i = 0; i < all.size(); i++) {
      if (i % VALIDATION_SHARE == 0 == chosen) {
        part.add(all.get(i));
      }
    }
    return part;
  }

  private static void write(
      Path out, TransformerConfig config, String tokenizer, Map<String, float[]> weights)
      throws IOException {
    if (weights.isEmpty()) {
      throw new Invalid("training", "took no step");
    }
    try (var scope = Torch.scope()) {
      NeuralDirectory.write(out, Weights.of(config, scope, weights), tokenizer);
    }
  }
}
