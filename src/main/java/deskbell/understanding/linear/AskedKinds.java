package deskbell.understanding.linear;

import deskbell.neural.PlainText;
import java.util.HashMap;
import java.util.Map;

/**
 * Which kinds of values a question asks for, by its words and letters: "how long" for days or
 * hours, "多少钱" for a price. Immutable; any thread.
 *
 * @param model whose intents are the kinds
 */
public record AskedKinds(LinearModel model) {
  /** The kind of what states no value. */
  public static final String NOTHING = "nothing";

  /** What a model of kinds that are asked for is trained on and asked by. */
  public static FeatureBag features(String question) {
    return Features.of(PlainText.of(question));
  }

  /** How strongly a question asks for each kind: what the logarithm of its odds grows by. */
  public Map<String, Double> scores(String question) {
    var scores = model.scores(features(question));
    var byKind = new HashMap<String, Double>();
    for (int kind = 0; kind < scores.length; kind++) {
      byKind.put(model.intents().get(kind), scores[kind]);
    }
    return byKind;
  }
}
