package deskbell.knowledge.ranking;

import java.util.List;

/** How likely each topic of a {@link Topics} model is for a text; adds up to 1. Immutable. */
public final class TopicMix {
  /** Keeps the logarithm of no common topic finite. */
  private static final float FLOOR = 0.003f;

  private final float[] shares;
  private final float[] roots;

  private TopicMix(float[] shares) {
    this.shares = shares;
    this.roots = new float[shares.length];
    for (var i = 0; i < shares.length; i++) {
      roots[i] = (float) Math.sqrt(shares[i]);
    }
  }

  /** The softmax of scores; larger scores are likelier, their differences count. */
  static TopicMix softmax(float[] scores) {
    var max = Float.NEGATIVE_INFINITY;
    for (var score : scores) {
      max = Math.max(max, score);
    }
    var shares = new float[scores.length];
    var sum = 0f;
    for (var i = 0; i < scores.length; i++) {
      shares[i] = (float) Math.exp(scores[i] - max);
      sum += shares[i];
    }
    for (var i = 0; i < shares.length; i++) {
      shares[i] /= sum;
    }
    return new TopicMix(shares);
  }

  /** The mean of several mixes over the same topics. */
  static TopicMix mean(List<TopicMix> mixes) {
    var mean = new float[mixes.getFirst().shares.length];
    for (var mix : mixes) {
      for (var i = 0; i < mean.length; i++) {
        mean[i] += mix.shares[i] / mixes.size();
      }
    }
    return new TopicMix(mean);
  }

  /** The share of one topic. */
  public float share(int topic) {
    return shares[topic];
  }

  /** The topic with the largest share. */
  public int largest() {
    var largest = 0;
    for (var i = 1; i < shares.length; i++) {
      largest = shares[i] > shares[largest] ? i : largest;
    }
    return largest;
  }

  /** Bhattacharyya's coefficient: 1 for the same mix, 0 for nothing in common. */
  float affinity(TopicMix other) {
    // four sums: in a single one each addition would wait for the one before
    float a = 0;
    float b = 0;
    float c = 0;
    float d = 0;
    var whole = roots.length & ~3;
    for (var i = 0; i < whole; i += 4) {
      a += roots[i] * other.roots[i];
      b += roots[i + 1] * other.roots[i + 1];
      c += roots[i + 2] * other.roots[i + 2];
      d += roots[i + 3] * other.roots[i + 3];
    }
    for (var i = whole; i < roots.length; i++) {
      a += roots[i] * other.roots[i];
    }
    return a + b + (c + d);
  }

  /** The logarithm of the chance that a topic drawn from each is the same one. */
  float logSame(TopicMix other) {
    var same = FLOOR;
    for (var i = 0; i < shares.length; i++) {
      same += shares[i] * other.shares[i];
    }
    return (float) Math.log(same);
  }
}
