package deskbell.training;

import deskbell.conversation.Invalid;
import deskbell.conversation.Language;
import deskbell.understanding.ModelDirectory.Taught;
import deskbell.understanding.linear.FeatureBag;
import deskbell.understanding.linear.LinearVoter;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/**
 * Trains and calibrates a model a language. Blocks for seconds to minutes; uses every processor.
 */
public final class ModelTrainer {
  private static final int LEAST_INTENTS = 2;

  private final Utterances utterances;
  private final Consumer<String> progress;

  /** A trainer that says how far it is; {@code today} gives relative dates their meaning. */
  public ModelTrainer(LocalDate today, Consumer<String> progress) {
    utterances = new Utterances(today);
    this.progress = progress;
  }

  /** What each language that has examples is taught. */
  public Map<Language, Taught> train(CorpusSplit corpus) {
    var taught = new EnumMap<Language, Taught>(Language.class);
    for (var language : Language.values()) {
      var training = of(language, corpus.training());
      if (!training.isEmpty()) {
        taught.put(language, teach(language, training, of(language, corpus.validation())));
      }
    }
    if (taught.isEmpty()) {
      throw new Invalid("examples", "are none");
    }
    return taught;
  }

  private static List<Example> of(Language language, List<Example> examples) {
    return examples.stream().filter(example -> example.language() == language).toList();
  }

  private Taught teach(Language language, List<Example> training, List<Example> validation) {
    var intents = training.stream().map(Example::intent).distinct().sorted().toList();
    if (intents.size() < LEAST_INTENTS) {
      throw new Invalid("examples", "have one intent only, " + intents.getFirst());
    }
    int[] labels =
        training.stream().mapToInt(example -> intents.indexOf(example.intent())).toArray();
    var model =
        new LinearTrainer(LinearSettings.DEFAULTS)
            .train(
                bags(training),
                labels,
                intents,
                done ->
                    progress.accept(
                        language.code() + ": intent " + done + " of " + intents.size()));
    var calibration =
        CalibrationFit.of(
            model, bags(validation), validation.stream().map(Example::intent).toList());
    return new Taught(model, calibration);
  }

  private List<FeatureBag> bags(List<Example> examples) {
    return examples.stream().map(utterances::of).map(LinearVoter::features).toList();
  }
}
