package deskbell.training.retrieval;

import deskbell.knowledge.ranking.Features;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Fits the weights of ranking: the softmax over candidates is to favour the one that answers. */
final class RankingTrainer {
  private static final int STEPS = 300;
  private static final double DECAY = 1e-3;

  private RankingTrainer() {}

  /** The weights by the features' names. */
  static Map<String, Double> train(List<RankingCase> cases) {
    var weights = Descent.minimise(Features.NAMES.size(), STEPS, place -> gradient(cases, place));
    var named = new LinkedHashMap<String, Double>();
    for (var i = 0; i < weights.length; i++) {
      named.put(Features.NAMES.get(i), weights[i]);
    }
    return named;
  }

  private static double[] gradient(List<RankingCase> cases, double[] weights) {
    var gradient = new double[weights.length];
    var all = cases.stream().mapToDouble(RankingCase::weight).sum();
    for (var each : cases) {
      var shares = shares(each, weights);
      for (var candidate = 0; candidate < shares.length; candidate++) {
        var error = (shares[candidate] - (candidate == each.right() ? 1 : 0)) * each.weight() / all;
        var values = each.candidates().get(candidate).values();
        for (var i = 0; i < gradient.length; i++) {
          gradient[i] += error * values[i];
        }
      }
    }
    for (var i = 0; i < gradient.length; i++) {
      gradient[i] += DECAY * weights[i];
    }
    return gradient;
  }

  private static double[] shares(RankingCase each, double[] weights) {
    var scores = each.candidates().stream().mapToDouble(f -> score(f, weights)).toArray();
    var max = Double.NEGATIVE_INFINITY;
    for (var score : scores) {
      max = Math.max(max, score);
    }
    var sum = 0.0;
    for (var i = 0; i < scores.length; i++) {
      scores[i] = Math.exp(scores[i] - max);
      sum += scores[i];
    }
    for (var i = 0; i < scores.length; i++) {
      scores[i] /= sum;
    }
    return scores;
  }

  private static double score(Features features, double[] weights) {
    var values = features.values();
    var score = 0.0;
    for (var i = 0; i < weights.length; i++) {
      score += weights[i] * values[i];
    }
    return score;
  }
}
