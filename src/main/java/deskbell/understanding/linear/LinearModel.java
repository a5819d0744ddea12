package deskbell.understanding.linear;

import deskbell.conversation.Invalid;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * One weight an intent for each known feature, in eight bits, and the sparse product with a text.
 * Immutable; any thread.
 *
 * <p>Rows are found by open addressing over the feature's hash. A score is {@code bias + Σ scale ·
 * weight · value}, where values are damped count times rarity, each block (units, letters) of
 * length 1. Features that the model has not seen count in that length, so that a text of strange
 * words scores low everywhere.
 */
public final class LinearModel {
  private static final int MAGIC = 0x444B4C31;
  private static final int MAX_INTENTS = 2_000;
  private static final int MAX_FEATURES = 4_000_000;
  private static final long MAX_WEIGHTS = 1L << 30;

  private final List<String> intents;
  private final int[] hashes;
  private final float[] rarities;
  private final float[] scales;
  private final byte[] weights;
  private final float[] biases;
  private final float unseenRarity;
  private final int[] slots;

  /**
   * Takes the arrays over without copying.
   *
   * @param hashes distinct, one a feature
   * @param rarities inverse document frequency of each feature
   * @param scales what a feature's weights are multiplied by
   * @param weights feature after feature, one an intent
   * @param unseenRarity the rarity of features that are not known
   */
  public LinearModel(
      List<String> intents,
      int[] hashes,
      float[] rarities,
      float[] scales,
      byte[] weights,
      float[] biases,
      float unseenRarity) {
    if (weights.length != hashes.length * intents.size() || biases.length != intents.size()) {
      throw new Invalid("linear model", "has another number of weights than features and intents");
    }
    this.intents = List.copyOf(intents);
    this.hashes = hashes;
    this.rarities = rarities;
    this.scales = scales;
    this.weights = weights;
    this.biases = biases;
    this.unseenRarity = unseenRarity;
    slots = slots(hashes);
  }

  private static int[] slots(int[] hashes) {
    var slots = new int[Integer.highestOneBit(Math.max(4, hashes.length)) * 4];
    for (int row = 0; row < hashes.length; row++) {
      int slot = hashes[row] & (slots.length - 1);
      while (slots[slot] != 0) {
        slot = (slot + 1) & (slots.length - 1);
      }
      slots[slot] = row + 1;
    }
    return slots;
  }

  private int row(int hash) {
    int slot = hash & (slots.length - 1);
    while (slots[slot] != 0 && hashes[slots[slot] - 1] != hash) {
      slot = (slot + 1) & (slots.length - 1);
    }
    return slots[slot] - 1;
  }

  /** The intents, in the order of the scores. */
  public List<String> intents() {
    return intents;
  }

  /** How many features have weights. */
  public int features() {
    return hashes.length;
  }

  /** Writes the model in the layout that {@link #read} reads. */
  public void write(DataOutput out) throws IOException {
    out.writeInt(MAGIC);
    out.writeInt(intents.size());
    for (var intent : intents) {
      out.writeUTF(intent);
    }
    out.writeInt(hashes.length);
    out.writeFloat(unseenRarity);
    for (int row = 0; row < hashes.length; row++) {
      out.writeInt(hashes[row]);
      out.writeFloat(rarities[row]);
      out.writeFloat(scales[row]);
    }
    for (float bias : biases) {
      out.writeFloat(bias);
    }
    out.write(weights);
  }

  /** Reads what {@link #write} wrote; anything else is {@link Invalid} or an early end of file. */
  public static LinearModel read(DataInput in) throws IOException {
    if (in.readInt() != MAGIC) {
      throw new Invalid("linear model", "is not in the layout that this version reads");
    }
    var intents = new ArrayList<String>();
    int classes = checked("intents", in.readInt(), MAX_INTENTS);
    for (int k = 0; k < classes; k++) {
      intents.add(in.readUTF());
    }
    int features = checked("features", in.readInt(), MAX_FEATURES);
    if ((long) features * classes > MAX_WEIGHTS) {
      throw new Invalid("linear model", "has too many weights: " + (long) features * classes);
    }
    float unseenRarity = in.readFloat();
    var hashes = new int[features];
    var rarities = new float[features];
    var scales = new float[features];
    for (int row = 0; row < features; row++) {
      hashes[row] = in.readInt();
      rarities[row] = in.readFloat();
      scales[row] = in.readFloat();
    }
    var biases = new float[classes];
    for (int k = 0; k < classes; k++) {
      biases[k] = in.readFloat();
    }
    var weights = new byte[features * classes];
    in.readFully(weights);
    return new LinearModel(intents, hashes, rarities, scales, weights, biases, unseenRarity);
  }

  private static int checked(String what, int count, int most) {
    if (count < 1 || count > most) {
      throw new Invalid("linear model", "has " + count + " " + what + "; 1 to " + most);
    }
    return count;
  }

  /** How sure each intent is of the text: distances from its separating plane. */
  public double[] scores(FeatureBag bag) {
    var rows = new int[bag.size()];
    double units = 0;
    double letters = 0;
    for (int i = 0; i < rows.length; i++) {
      rows[i] = row(bag.hash(i));
      double value = value(bag, i, rows[i]);
      if (FeatureBag.ofLetters(bag.hash(i))) {
        letters += value * value;
      } else {
        units += value * value;
      }
    }
    return product(bag, rows, length(units), length(letters));
  }

  private double value(FeatureBag bag, int index, int row) {
    return bag.frequency(index) * (row < 0 ? unseenRarity : rarities[row]);
  }

  private static double length(double squares) {
    return squares == 0 ? 1 : Math.sqrt(squares);
  }

  private double[] product(FeatureBag bag, int[] rows, double units, double letters) {
    int classes = biases.length;
    var sums = new float[classes];
    for (int i = 0; i < rows.length; i++) {
      if (rows[i] >= 0) {
        double length = FeatureBag.ofLetters(bag.hash(i)) ? letters : units;
        float factor = (float) (value(bag, i, rows[i]) / length * scales[rows[i]]);
        int first = rows[i] * classes;
        for (int k = 0; k < classes; k++) {
          sums[k] += factor * weights[first + k];
        }
      }
    }
    var scores = new double[classes];
    for (int k = 0; k < classes; k++) {
      scores[k] = sums[k] + biases[k];
    }
    return scores;
  }
}
