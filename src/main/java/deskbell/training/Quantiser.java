package deskbell.training;

import deskbell.understanding.linear.LinearModel;
import java.util.List;

/** Rounds weights to eight bits: each feature's largest becomes ±127. */
final class Quantiser {
  private static final int LARGEST = 127;

  private final Vocabulary vocabulary;
  private final List<String> intents;

  Quantiser(Vocabulary vocabulary, List<String> intents) {
    this.vocabulary = vocabulary;
    this.intents = intents;
  }

  /** The model of these planes: weights by intent and feature, the bias last. */
  LinearModel model(float[][] planes) {
    int features = vocabulary.size();
    var scales = new float[features];
    var weights = new byte[features * planes.length];
    for (int row = 0; row < features; row++) {
      float largest = 0;
      for (var plane : planes) {
        largest = Math.max(largest, Math.abs(plane[row]));
      }
      scales[row] = largest == 0 ? 1 : largest / LARGEST;
      for (int k = 0; k < planes.length; k++) {
        weights[row * planes.length + k] = (byte) Math.round(planes[k][row] / scales[row]);
      }
    }
    var biases = new float[planes.length];
    for (int k = 0; k < planes.length; k++) {
      biases[k] = planes[k][features];
    }
    return new LinearModel(
        intents,
        vocabulary.hashes(),
        vocabulary.rarities(),
        scales,
        weights,
        biases,
        vocabulary.unseenRarity());
  }
}
