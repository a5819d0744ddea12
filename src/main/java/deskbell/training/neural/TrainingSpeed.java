package deskbell.training.neural;

import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import deskbell.neural.Tokenizer;
import deskbell.neural.Torch;
import deskbell.neural.TransformerConfig;
import deskbell.neural.Weights;
import deskbell.training.Example;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Measures how fast a Transformer of the shipped size learns intents. Blocks for seconds. */
public final class TrainingSpeed {
  private static final int STEPS = 15;
  private static final int WARM_UP = 3;

  /** Products that a step of learning needs for one of answering: forward, and twice backward. */
  private static final int BACK_AND_FORTH = 3;

  private TrainingSpeed() {}

  /** One line: tokens a second, and as a part of the speed of the bare products. */
  public static String of(List<Example> examples, LocalDate today) {
    var settings = TransformerSettings.DEFAULTS;
    Torch.threads(settings.threads());
    var intents = examples.stream().map(Example::intent).distinct().sorted().toList();
    var exercises = new Exercises(intents, today);
    var texts = examples.stream().map(exercises::text).toList();
    var tokenizer = new TokenizerTrainer(TokenizerTrainer.MOST_TOKENS).train(texts);
    int pieces;
    try (var read = Tokenizer.read(tokenizer)) {
      pieces = read.size();
    }
    var config = TransformerConfig.of(pieces, intents);
    var cutter =
        new Cutter(
            new Subwords(tokenizer), settings, config.longestInput(), config.longestOutput());
    var lessons =
        new Lessons(exercises.choices(examples), settings.batch(), settings.seed()).epoch(1);
    try (var scope = Torch.scope();
        var learner = learner(scope, config, cutter, settings)) {
      double tokens = 0;
      long start = System.nanoTime();
      for (int step = 0; step < STEPS; step++) {
        if (step == WARM_UP) {
          start = System.nanoTime();
          tokens = 0;
        }
        tokens += learner.step(lessons.get(step % lessons.size())).tokens();
      }
      double seconds = (System.nanoTime() - start) / 1e9;
      int rows = (int) (tokens / (STEPS - WARM_UP));
      double bare = rows / (BACK_AND_FORTH * products(scope, config, rows));
      return String.format(
          Locale.ROOT,
          "training: %,.0f tokens/s; %.2f of the bare products' speed (%,.0f tokens/s)",
          tokens / seconds,
          tokens / seconds / bare,
          bare);
    }
  }

  private static Learner learner(
      NDManager scope, TransformerConfig config, Cutter cutter, TransformerSettings settings) {
    var weights = Weights.random(config, scope, settings.seed());
    return new Learner(scope, weights, cutter, settings, STEPS, Optional.empty());
  }

  /** Seconds for the products of the encoder's matrices with so many rows. */
  private static double products(NDManager scope, TransformerConfig config, int rows) {
    int width = config.width();
    var narrow = scope.ones(new Shape(rows, width));
    var wide = scope.ones(new Shape(rows, config.feedForward()));
    var attention = scope.ones(new Shape(width, 4L * width));
    var up = scope.ones(new Shape(width, config.feedForward()));
    var down = scope.ones(new Shape(config.feedForward(), width));
    long start = 0;
    for (int round = -1; round < STEPS; round++) {
      start = round == 0 ? System.nanoTime() : start;
      for (int layer = 0; layer < config.encoderLayers(); layer++) {
        narrow.matMul(attention).close();
        narrow.matMul(up).close();
        wide.matMul(down).close();
      }
    }
    return (System.nanoTime() - start) / 1e9 / STEPS;
  }
}
