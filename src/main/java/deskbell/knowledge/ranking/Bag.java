package deskbell.knowledge.ranking;

import java.util.stream.IntStream;

/** A text as weighted terms of one {@link Lexicon}, each term once. Immutable. */
final class Bag {
  private final int[] ids;
  private final float[] weights;
  private final float norm;
  private final float sum;

  /**
   * A bag of known terms.
   *
   * @param norm Euclidean length, unknown terms included
   * @param sum of all weights, unknown terms included
   */
  Bag(int[] ids, float[] weights, float norm, float sum) {
    this.ids = ids;
    this.weights = weights;
    this.norm = norm;
    this.sum = sum;
  }

  /** How many known terms there are. */
  int size() {
    return ids.length;
  }

  /** The id of the i-th known term. */
  int id(int i) {
    return ids[i];
  }

  /** The weight of the i-th known term. */
  float weight(int i) {
    return weights[i];
  }

  /** The ids of all known terms. */
  IntStream ids() {
    return IntStream.of(ids);
  }

  /** The Euclidean length, unknown terms included. */
  float norm() {
    return norm;
  }

  /** The weight of all terms, unknown ones included. */
  float sum() {
    return sum;
  }

  /** The weight of all terms that the lexicon knows. */
  float known() {
    var known = 0f;
    for (var weight : weights) {
      known += weight;
    }
    return known;
  }

  /** This text laid out by term, for comparing it with many. */
  Spread spread(int terms) {
    var spread = new float[terms];
    for (var i = 0; i < ids.length; i++) {
      spread[ids[i]] = weights[i];
    }
    return new Spread(this, spread);
  }

  /** A text laid out by term: looking a term up is one step. */
  static final class Spread {
    private final Bag bag;
    private final float[] weights;

    private Spread(Bag bag, float[] weights) {
      this.bag = bag;
      this.weights = weights;
    }

    /** The text itself. */
    Bag bag() {
      return bag;
    }

    /** The weight of a term; 0 where the text does not hold it. */
    float weight(int id) {
      return weights[id];
    }

    /** The weight of the terms that another text has too. */
    float common(Bag other) {
      var common = 0f;
      for (var i = 0; i < other.ids.length; i++) {
        if (weights[other.ids[i]] > 0) {
          common += other.weights[i];
        }
      }
      return common;
    }
  }
}
