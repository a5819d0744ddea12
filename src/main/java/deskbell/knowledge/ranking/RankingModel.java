package deskbell.knowledge.ranking;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import deskbell.conversation.Invalid;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

/**
 * The weights that ranking and confidence use, the same for every language, as {@code
 * deskbell.training} fitted them.
 *
 * @param made how: data, date, figures
 * @param ranking a weight for each of {@link Features#NAMES}
 * @param confidence a weight for each of {@link Signs#NAMES}
 */
public record RankingModel(
    Map<String, String> made,
    Map<String, Double> ranking,
    Map<String, Double> confidence,
    double confidenceBias) {
  private static final String RESOURCE = "ranking.json";
  private static final ObjectMapper JSON =
      new ObjectMapper()
          .enable(SerializationFeature.INDENT_OUTPUT)
          .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS);

  public RankingModel {
    made = Map.copyOf(made);
    ranking = Map.copyOf(ranking);
    confidence = Map.copyOf(confidence);
    requireNames("ranking", ranking, Features.NAMES);
    requireNames("confidence", confidence, Signs.NAMES);
  }

  /** The model that ships with Deskbell. */
  public static RankingModel shipped() {
    try (var stream = RankingModel.class.getResourceAsStream(RESOURCE)) {
      return parse(new String(stream.readAllBytes(), StandardCharsets.UTF_8));
    } catch (IOException unreadable) {
      throw new UncheckedIOException(RESOURCE + " cannot be read from the program", unreadable);
    }
  }

  /** Reads what {@link #write} wrote. */
  public static RankingModel parse(String json) {
    try {
      return JSON.readValue(json, RankingModel.class);
    } catch (JsonProcessingException malformed) {
      throw new Invalid("ranking model", "is not readable", malformed);
    }
  }

  /** The model as JSON. */
  public String write() {
    try {
      return JSON.writeValueAsString(this) + "\n";
    } catch (JsonProcessingException impossible) {
      throw new IllegalStateException("maps of numbers can be written", impossible);
    }
  }

  private static void requireNames(String field, Map<String, Double> weights, List<String> names) {
    for (var name : names) {
      if (!weights.containsKey(name)) {
        throw new Invalid(field, "has no weight for " + name);
      }
    }
    if (weights.size() != names.size()) {
      throw new Invalid(field, "has weights for other than " + names);
    }
  }
}
