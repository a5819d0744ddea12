package deskbell.training.neural;

import ai.djl.ndarray.NDManager;
import deskbell.neural.Dropout;
import deskbell.neural.Transformer;
import deskbell.neural.Weights;
import deskbell.training.neural.Lessons.Lesson;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;

/**
 * Weights that learn step by step. What is random in a step depends on the seed and the step's
 * number alone, so that training goes on after an interruption as it would have without. One thread
 * at a time.
 */
final class Learner implements AutoCloseable {
  /** Begins the names of weights in a state. */
  static final String WEIGHTS = "weights.";

  private static final String MEMORY = "memory.";
  private static final String BEST = "best.";

  private final NDManager scope;
  private final Weights weights;
  private final AdamW optimiser;
  private final Gradients gradients;
  private final SecondThread beside;
  private final Transformer measured;
  private final Cutter cutter;
  private final TransformerSettings settings;
  private final long steps;
  private Map<String, float[]> best;
  private long step;

  /**
   * A learner that will take so many steps. Its arrays belong to the scope.
   *
   * @param before where another stood, whose weights these are; empty to begin
   */
  Learner(
      NDManager scope,
      Weights weights,
      Cutter cutter,
      TransformerSettings settings,
      long steps,
      Optional<Checkpoint> before) {
    this.scope = scope;
    this.weights = weights;
    this.cutter = cutter;
    this.settings = settings;
    this.steps = steps;
    step = before.map(Checkpoint::step).orElse(0L);
    best = before.map(state -> state.part(BEST)).orElse(Map.of());
    var memory = before.map(state -> state.part(MEMORY)).orElse(Map.of());
    beside = new SecondThread(settings.threads());
    optimiser = new AdamW(weights, scope, settings.decay(), memory, beside);
    gradients = new Gradients(scope, weights, settings, beside);
    measured = Transformer.learning(weights, Dropout.NONE);
  }

  /** What a step did. */
  record Taken(double loss, int tokens) {}

  /** Learns from a lesson. */
  Taken step(Lesson lesson) {
    var random = new SplittableRandom(settings.seed() + 7919L * step);
    var items = lesson.exercises().stream().map(one -> cutter.varied(one, random)).toList();
    double loss = gradients.add(lesson.task(), items, settings.seed() + step);
    double length = optimiser.length();
    optimiser.step(step, settings.rate(step, steps), Math.min(1, settings.clip() / length));
    step++;
    return new Taken(loss, items.stream().mapToInt(Item::length).sum());
  }

  long steps() {
    return steps;
  }

  /** Steps taken so far. */
  long taken() {
    return step;
  }

  /** What is measured: the same weights, without forgetting. */
  Epoch measure(Measure measure, int number, double trained) {
    return new Epoch(
        number, trained, measure.loss(scope, measured), measure.accuracy(scope, measured));
  }

  /** Takes the weights as they are for the best so far. */
  void keep() {
    best = weights.values();
  }

  /** The best weights. */
  Map<String, float[]> best() {
    return best;
  }

  /** Everything to go on from, by name. */
  Map<String, float[]> state() {
    var state = new LinkedHashMap<String, float[]>();
    weights.values().forEach((name, values) -> state.put(WEIGHTS + name, values));
    optimiser.memory().forEach((name, values) -> state.put(MEMORY + name, values));
    best.forEach((name, values) -> state.put(BEST + name, values));
    return state;
  }

  @Override
  public void close() {
    beside.close();
  }
}
