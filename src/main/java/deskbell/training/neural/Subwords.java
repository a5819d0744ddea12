package deskbell.training.neural;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import deskbell.neural.Pieces;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;

/**
 * Cuts texts for training, each time a little differently: some joins are left out at random, so
 * that the model gets to know every word by its parts too (Provilkov 2020). With nothing left out
 * it cuts as {@link deskbell.neural.Tokenizer} does. Immutable; any thread.
 */
final class Subwords {
  private final Map<String, Integer> ids = new HashMap<>();
  private final Map<String, Integer> ranks = new HashMap<>();

  /** Cuts by the tokens of this file. */
  Subwords(String file) {
    try {
      var model = new ObjectMapper().readTree(file).path("model");
      model.path("vocab").properties().forEach(e -> ids.put(e.getKey(), e.getValue().asInt()));
      for (var merge : model.path("merges")) {
        ranks.put(key(merge.get(0).asText(), merge.get(1).asText()), ranks.size());
      }
    } catch (JsonProcessingException damaged) {
      throw new UncheckedIOException(damaged);
    }
  }

  /** Which joins are not made. */
  @FunctionalInterface
  interface LeftOut {
    /** None. */
    LeftOut NONE = _ -> false;

    /** This share of them, chosen anew each time one could be made. */
    static LeftOut share(double share, RandomGenerator random) {
      return share == 0 ? NONE : _ -> random.nextDouble() < share;
    }

    /** This share of them, the same ones in all texts, so that what is copied is cut alike. */
    static LeftOut alike(double share, RandomGenerator random) {
      long seed = random.nextLong();
      return share == 0 ? NONE : rank -> new SplittableRandom(seed + rank).nextDouble() < share;
    }

    /** Whether the join of this rank is left out. */
    boolean leaves(int rank);
  }

  /** The tokens of a text. */
  int[] encode(String text, LeftOut leftOut) {
    return Words.of(text).stream()
        .flatMap(word -> word(word, leftOut).stream())
        .flatMapToInt(this::id)
        .toArray();
  }

  private List<String> word(String word, LeftOut leftOut) {
    if (ids.containsKey(word) && (leftOut.equals(LeftOut.NONE) || word.startsWith("{"))) {
      return List.of(word);
    }
    var tokens = new ArrayList<>(Merges.characters(word));
    while (tokens.size() > 1) {
      int at = next(tokens, leftOut);
      if (at < 0) {
        break;
      }
      tokens.set(at, tokens.get(at) + tokens.remove(at + 1));
    }
    return tokens;
  }

  private int next(List<String> tokens, LeftOut leftOut) {
    int best = -1;
    int least = Integer.MAX_VALUE;
    for (int i = 0; i + 1 < tokens.size(); i++) {
      var rank = ranks.get(key(tokens.get(i), tokens.get(i + 1)));
      if (rank != null && rank < least && !leftOut.leaves(rank)) {
        least = rank;
        best = i;
      }
    }
    return best;
  }

  private IntStream id(String token) {
    var id = ids.get(token);
    if (id != null) {
      return IntStream.of(id);
    }
    var bytes = token.getBytes(StandardCharsets.UTF_8);
    return IntStream.range(0, bytes.length).map(i -> Pieces.ofByte(bytes[i] & 0xFF));
  }

  private static String key(String left, String right) {
    return left + '\n' + right;
  }
}
