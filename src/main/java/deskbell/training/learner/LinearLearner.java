package deskbell.training.learner;

import deskbell.training.Example;
import deskbell.training.LinearSettings;
import deskbell.training.LinearTrainer;
import deskbell.training.Utterances;
import deskbell.understanding.Utterance;
import deskbell.understanding.linear.FeatureBag;
import deskbell.understanding.linear.LinearModel;
import deskbell.understanding.linear.LinearVoter;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;

/**
 * Trains linear models, and chooses what differs from one set to the next by accuracy on validation
 * examples: the cost of an error, and whether entities are masked. Blocks for minutes.
 */
final class LinearLearner {
  private static final List<Double> COSTS = List.of(0.25, 0.5, 1.0);
  private static final Function<Example, Utterance> MASKED = new Utterances(LocalDate.EPOCH)::of;

  private final List<String> intents;

  LinearLearner(List<String> intents) {
    this.intents = intents;
  }

  /** What was chosen, the model that came of it, and its accuracy on validation examples. */
  record Choice(double cost, boolean masked, LinearModel model, double accuracy) {
    /** What the model reads of an example. */
    Function<Example, Utterance> utterances() {
      return masked ? MASKED : Opinions::bare;
    }

    /** One line. */
    @Override
    public String toString() {
      return String.format(
          Locale.ROOT,
          "cost %.2f, entities %s: %.1f %% alone on validation",
          cost,
          masked ? "masked" : "read as they stand",
          100 * accuracy);
    }
  }

  /** The best of the costs, first without masks, then with them at that cost. */
  Choice choose(List<Example> training, List<Example> validation) {
    var best = tried(COSTS.getFirst(), false, training, validation);
    for (double cost : COSTS.subList(1, COSTS.size())) {
      best = better(best, tried(cost, false, training, validation));
    }
    return better(best, tried(best.cost(), true, training, validation));
  }

  private static Choice better(Choice one, Choice other) {
    return other.accuracy() > one.accuracy() ? other : one;
  }

  private Choice tried(
      double cost, boolean masked, List<Example> training, List<Example> validation) {
    var utterances = masked ? MASKED : (Function<Example, Utterance>) Opinions::bare;
    var model = model(training, cost, utterances);
    var scores = bags(validation, utterances).stream().map(model::scores).toList();
    int right = 0;
    for (int i = 0; i < scores.size(); i++) {
      right += intents.get(highest(scores.get(i))).equals(validation.get(i).intent()) ? 1 : 0;
    }
    return new Choice(cost, masked, model, (double) right / validation.size());
  }

  /** The same as was chosen, trained on other examples. */
  LinearModel train(List<Example> examples, Choice choice) {
    return model(examples, choice.cost(), choice.utterances());
  }

  private LinearModel model(
      List<Example> examples, double cost, Function<Example, Utterance> utterances) {
    int[] labels = examples.stream().mapToInt(one -> intents.indexOf(one.intent())).toArray();
    var usual = LinearSettings.DEFAULTS;
    var settings =
        new LinearSettings(cost, usual.tolerance(), usual.rounds(), usual.leastExamples());
    return new LinearTrainer(settings).train(bags(examples, utterances), labels, intents, _ -> {});
  }

  /** The features of examples. */
  static List<FeatureBag> bags(List<Example> examples, Function<Example, Utterance> utterances) {
    return examples.stream().map(utterances).map(LinearVoter::features).toList();
  }

  private static int highest(double[] scores) {
    int best = 0;
    for (int i = 1; i < scores.length; i++) {
      best = scores[i] > scores[best] ? i : best;
    }
    return best;
  }
}
