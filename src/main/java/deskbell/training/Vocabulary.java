package deskbell.training;

import de.bwaldvogel.liblinear.Feature;
import de.bwaldvogel.liblinear.FeatureNode;
import deskbell.understanding.linear.FeatureBag;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The features of a corpus and how rare each is. */
final class Vocabulary {
  private final int[] hashes;
  private final float[] rarities;
  private final float unseenRarity;
  private final Map<Integer, Integer> rows = new HashMap<>();

  private Vocabulary(int[] hashes, float[] rarities, float unseenRarity) {
    this.hashes = hashes;
    this.rarities = rarities;
    this.unseenRarity = unseenRarity;
    for (int row = 0; row < hashes.length; row++) {
      rows.put(hashes[row], row);
    }
  }

  /** The features that occur in at least so many texts. */
  static Vocabulary of(List<FeatureBag> texts, int least) {
    var counts = new HashMap<Integer, Integer>();
    for (var text : texts) {
      for (int i = 0; i < text.size(); i++) {
        counts.merge(text.hash(i), 1, Integer::sum);
      }
    }
    int[] hashes =
        counts.entrySet().stream()
            .filter(entry -> entry.getValue() >= least)
            .mapToInt(Map.Entry::getKey)
            .sorted()
            .toArray();
    var rarities = new float[hashes.length];
    for (int row = 0; row < hashes.length; row++) {
      rarities[row] = rarity(texts.size(), counts.get(hashes[row]));
    }
    return new Vocabulary(hashes, rarities, rarity(texts.size(), 0));
  }

  private static float rarity(int texts, int containing) {
    return (float) (Math.log((1.0 + texts) / (1.0 + containing)) + 1);
  }

  int size() {
    return hashes.length;
  }

  int[] hashes() {
    return hashes;
  }

  float[] rarities() {
    return rarities;
  }

  float unseenRarity() {
    return unseenRarity;
  }

  /** A text as liblinear reads it, with the constant feature last. */
  Feature[] vector(FeatureBag text) {
    double[] squares = new double[2];
    for (int i = 0; i < text.size(); i++) {
      double value = value(text, i);
      squares[block(text.hash(i))] += value * value;
    }
    var nodes = new ArrayList<Feature>();
    for (int i = 0; i < text.size(); i++) {
      var row = rows.get(text.hash(i));
      if (row != null) {
        double length = Math.sqrt(squares[block(text.hash(i))]);
        nodes.add(new FeatureNode(row + 1, value(text, i) / length));
      }
    }
    nodes.add(new FeatureNode(size() + 1, 1));
    nodes.sort(Comparator.comparingInt(Feature::getIndex));
    return nodes.toArray(Feature[]::new);
  }

  private double value(FeatureBag text, int index) {
    var row = rows.get(text.hash(index));
    return text.frequency(index) * (row == null ? unseenRarity : rarities[row]);
  }

  private static int block(int hash) {
    return FeatureBag.ofLetters(hash) ? 1 : 0;
  }
}
