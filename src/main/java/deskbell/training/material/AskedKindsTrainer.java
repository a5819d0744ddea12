package deskbell.training.material;

import deskbell.answering.excerpt.AskedScorer;
import deskbell.neural.Sentences;
import deskbell.training.ChoiceTrainer;
import deskbell.training.ChoiceTrainer.Choice;
import deskbell.training.ChoiceTrainer.Option;
import deskbell.understanding.linear.AskedKinds;
import java.util.List;

/** Learns which kinds of values questions ask for, from the sentences that answer them. */
public final class AskedKindsTrainer {
  private AskedKindsTrainer() {}

  /** Learns from these. */
  public static AskedKinds train(List<ShortAnswer> answers) {
    var choices = answers.stream().map(AskedKindsTrainer::choice).toList();
    return new AskedKinds(new ChoiceTrainer(ChoiceTrainer.Settings.DEFAULTS).train(choices));
  }

  private static Choice choice(ShortAnswer answer) {
    var sentences = Sentences.of(answer.written());
    var options =
        sentences.parts().stream()
            .map(
                part ->
                    new Option(AskedScorer.kinds(sentences.readOut(part)), answer.isGround(part)))
            .toList();
    return new Choice(AskedKinds.features(answer.question()), options);
  }
}
