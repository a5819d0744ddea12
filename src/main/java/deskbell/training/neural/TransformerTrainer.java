package deskbell.training.neural;

import deskbell.neural.Torch;
import deskbell.neural.Weights;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Trains a Transformer: epochs of lessons, each followed by a look at what was not learnt from,
 * until that gets better no more. Blocks for minutes to hours; uses the processors it is given. One
 * thread.
 */
final class TransformerTrainer {
  private static final Duration BETWEEN_LINES = Duration.ofSeconds(5);

  private final TransformerSettings settings;
  private final Optional<Path> checkpoint;
  private final Consumer<String> progress;

  /** A trainer that says how far it is and keeps its checkpoint in a file, if one is given. */
  TransformerTrainer(
      TransformerSettings settings, Optional<Path> checkpoint, Consumer<String> progress) {
    this.settings = settings;
    this.checkpoint = checkpoint;
    this.progress = progress;
  }

  /** What came out: the best weights, and how each epoch ended. */
  record Trained(Map<String, float[]> weights, List<Epoch> epochs) {}

  /** Trains from the beginning or from weights that know something. */
  Trained train(Course course, Optional<Map<String, float[]>> from) throws IOException {
    Torch.threads(settings.threads());
    var config = course.config();
    var cutter =
        new Cutter(
            new Subwords(course.tokenizer()),
            settings,
            config.longestInput(),
            config.longestOutput());
    var lessons = new Lessons(course.training(), settings.batch(), settings.seed());
    var measure = new Measure(course.validation(), cutter, settings.seed());
    int fingerprint = course.fingerprint() ^ settings.fingerprint() ^ fingerprint(from);
    var before = before(fingerprint);
    try (var scope = Torch.scope()) {
      var values = before.map(state -> state.part(Learner.WEIGHTS)).or(() -> from);
      var weights =
          values.isPresent()
              ? Weights.of(config, scope, values.get())
              : Weights.random(config, scope, settings.seed());
      long steps = lessons.steps(settings.epochs());
      var epochs = before.map(Checkpoint::epochs).orElse(List.of());
      try (var learner = new Learner(scope, weights, cutter, settings, steps, before)) {
        return run(learner, lessons, measure, epochs, fingerprint);
      }
    }
  }

  /** What tells the weights apart that a training begins with. */
  private static int fingerprint(Optional<Map<String, float[]>> from) {
    return from.stream()
        .flatMap(weights -> weights.entrySet().stream())
        .mapToInt(entry -> 31 * entry.getKey().hashCode() + Arrays.hashCode(entry.getValue()))
        .sum();
  }

  private Optional<Checkpoint> before(int fingerprint) throws IOException {
    if (checkpoint.isEmpty()) {
      return Optional.empty();
    }
    var found = Checkpoint.read(checkpoint.get(), fingerprint);
    found.ifPresent(state -> progress.accept("goes on after epoch " + state.epochs().size()));
    return found;
  }

  private Trained run(
      Learner learner, Lessons lessons, Measure measure, List<Epoch> before, int fingerprint)
      throws IOException {
    var epochs = new ArrayList<>(before);
    while (epochs.size() < settings.epochs() && !stale(epochs)) {
      int number = epochs.size() + 1;
      var epoch = learner.measure(measure, number, epoch(learner, lessons.epoch(number)));
      epochs.add(epoch);
      if (best(epochs) == epochs.size() - 1) {
        learner.keep();
      }
      if (checkpoint.isPresent()) {
        new Checkpoint(fingerprint, learner.taken(), epochs, learner.state())
            .write(checkpoint.get());
      }
      progress.accept(epoch.line());
    }
    return new Trained(learner.best(), epochs);
  }

  private double epoch(Learner learner, List<Lessons.Lesson> lessons) {
    long start = System.nanoTime();
    long said = start;
    double loss = 0;
    long tokens = 0;
    int done = 0;
    for (var lesson : lessons) {
      var taken = learner.step(lesson);
      loss += taken.loss();
      tokens += taken.tokens();
      done++;
      long now = System.nanoTime();
      if (now - said > BETWEEN_LINES.toNanos()) {
        said = now;
        var left = (now - start) / done * (learner.steps() - learner.taken());
        progress.accept(
            new Progress(
                    learner.taken(),
                    learner.steps(),
                    loss / done,
                    tokens * 1e9 / (now - start),
                    Duration.ofNanos(left))
                .line());
      }
    }
    return loss / done;
  }

  private boolean stale(List<Epoch> epochs) {
    return !epochs.isEmpty() && epochs.size() - 1 - best(epochs) >= settings.patience();
  }

  private static int best(List<Epoch> epochs) {
    int best = 0;
    for (int i = 1; i < epochs.size(); i++) {
      if (epochs.get(i).validated() < epochs.get(best).validated()) {
        best = i;
      }
    }
    return best;
  }
}
