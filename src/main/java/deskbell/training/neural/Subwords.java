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

  /**
   * The tokens of a text.
   *
   * @param leftOut the share of joins that are not made, 0 to 1
   */
  int[] encode(String text, double leftOut, RandomGenerator random) {
    return Words.of(text).stream()
        .flatMap(word -> word(word, leftOut, random).stream())
        .flatMapToInt(this::id)
        .toArray();
  }

  private List<String> word(String word, double leftOut, RandomGenerator random) {
    if (ids.containsKey(word) && (leftOut == 0 || word.startsWith("{"))) {
      return List.of(word);
    }
    var tokens = new ArrayList<>(Merges.characters(word));
    while (tokens.size() > 1) {
      int at = next(tokens, leftOut, random);
      if (at < 0) {
        break;
      }
      tokens.set(at, tokens.get(at) + tokens.remove(at + 1));
    }
    return tokens;
  }

  private int next(List<String> tokens, double leftOut, RandomGenerator random) {
    int best = -1;
    int least = Integer.MAX_VALUE;
    for (int i = 0; i + 1 < tokens.size(); i++) {
      var rank = ranks.get(key(tokens.get(i), tokens.get(i + 1)));
      if (rank != null && rank < least && (leftOut == 0 || random.nextDouble() >= leftOut)) {
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
