package deskbell.training;

import de.bwaldvogel.liblinear.Feature;
import de.bwaldvogel.liblinear.Linear;
import de.bwaldvogel.liblinear.Parameter;
import de.bwaldvogel.liblinear.Problem;
import de.bwaldvogel.liblinear.SolverType;
import deskbell.understanding.linear.FeatureBag;
import deskbell.understanding.linear.LinearModel;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntConsumer;
import java.util.stream.IntStream;

/**
 * Trains a {@link LinearModel}: for each intent one support vector machine against all other
 * examples (liblinear's dual coordinate descent, squared hinge loss; Hsieh 2008), then weights
 * rounded to eight bits. The same examples give the same model, however many cores work.
 */
public final class LinearTrainer {
  private static final long SEED = 20261122;

  private final LinearSettings settings;

  /** A trainer with these settings. */
  public LinearTrainer(LinearSettings settings) {
    this.settings = settings;
  }

  /**
   * Trains.
   *
   * @param labels the index into intents of each text
   * @param progress hears how many intents are done; called from several threads
   */
  public LinearModel train(
      List<FeatureBag> texts, int[] labels, List<String> intents, IntConsumer progress) {
    var vocabulary = Vocabulary.of(texts, settings.leastExamples());
    var rows = texts.stream().map(vocabulary::vector).toArray(Feature[][]::new);
    var planes = new float[intents.size()][];
    var done = new AtomicInteger();
    Linear.disableDebugOutput();
    IntStream.range(0, intents.size())
        .parallel()
        .forEach(
            intent -> {
              planes[intent] = plane(rows, labels, intent, vocabulary.size());
              progress.accept(done.incrementAndGet());
            });
    return new Quantiser(vocabulary, intents).model(planes);
  }

  /** The weights of one intent against the rest, its bias last. */
  private float[] plane(Feature[][] rows, int[] labels, int intent, int features) {
    var problem = new Problem();
    problem.l = rows.length;
    problem.n = features + 1;
    problem.bias = 1;
    problem.x = rows;
    problem.y = IntStream.of(labels).mapToDouble(label -> label == intent ? 1 : -1).toArray();
    var parameter =
        new Parameter(
            SolverType.L2R_L2LOSS_SVC_DUAL,
            settings.cost(),
            settings.rounds(),
            settings.tolerance());
    parameter.setRandom(new Random(SEED));
    var model = Linear.train(problem, parameter);
    double[] trained = model.getFeatureWeights();
    var weights = new float[features + 1];
    double sign = model.getLabels()[0] == 1 ? 1 : -1;
    for (int i = 0; i <= features; i++) {
      weights[i] = (float) (sign * trained[i]);
    }
    return weights;
  }
}
