package deskbell.training;

import deskbell.conversation.Language;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * Examples by how alike their {@link Skeletons} are: the Jaccard coefficient of their character
 * n-grams (Broder 1997), 0 to 1, computed exactly by an inverted index. Immutable; any thread.
 */
public final class LikenessIndex {
  /** From this likeness on two examples say the same. */
  public static final double TWINS = 0.8;

  private static final int GRAM = 3;

  /** A Han character says about as much as two letters. */
  private static final int HAN_GRAM = 2;

  private final Skeletons skeletons = new Skeletons();
  private final List<Example> examples;
  private final int[] sizes;
  private final Map<Integer, List<Integer>> places = new HashMap<>();

  /** An example, and how alike it is. */
  public record Nearest(Example example, double likeness) {}

  /** Takes seconds for ten thousand examples. */
  public LikenessIndex(List<Example> examples) {
    this.examples = List.copyOf(examples);
    sizes = new int[examples.size()];
    for (int i = 0; i < sizes.length; i++) {
      var grams = grams(examples.get(i));
      sizes[i] = grams.length;
      for (int gram : grams) {
        places.computeIfAbsent(gram, _ -> new ArrayList<>()).add(i);
      }
    }
  }

  /** The example that is most like this one; empty where nothing is in common. */
  public Optional<Nearest> nearest(Example example) {
    var grams = grams(example);
    var common = new int[sizes.length];
    for (int gram : grams) {
      for (int place : places.getOrDefault(gram, List.of())) {
        common[place]++;
      }
    }
    int best = -1;
    double most = 0;
    for (int i = 0; i < common.length; i++) {
      double likeness = (double) common[i] / (sizes[i] + grams.length - common[i]);
      if (likeness > most) {
        most = likeness;
        best = i;
      }
    }
    return best < 0 ? Optional.empty() : Optional.of(new Nearest(examples.get(best), most));
  }

  /** The nearest example, where it is so like this one that both say the same. */
  public Optional<Example> twin(Example example) {
    return nearest(example).filter(near -> near.likeness() >= TWINS).map(Nearest::example);
  }

  /** Hashes of the distinct n-grams, the edges of the text among them. */
  private int[] grams(Example example) {
    var text = " " + skeletons.of(example) + " ";
    int size = example.language() == Language.ZH ? HAN_GRAM : GRAM;
    return IntStream.rangeClosed(0, text.length() - size)
        .map(start -> Arrays.hashCode(text.substring(start, start + size).toCharArray()))
        .distinct()
        .toArray();
  }
}
