package deskbell.store;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import deskbell.conversation.Card;
import deskbell.conversation.Choice;
import java.util.List;
import java.util.Map;

/**
 * The JSON in {@code jsonb} columns. Strict: what is unknown or missing is an error. Any thread.
 */
final class Json {
  /** Reads and writes records by their components' names. */
  static final ObjectMapper MAPPER =
      JsonMapper.builder()
          .enable(DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES)
          .enable(DeserializationFeature.FAIL_ON_NULL_CREATOR_PROPERTIES)
          .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .build();

  private static final TypeReference<List<Choice>> CHOICES = new TypeReference<>() {};
  private static final TypeReference<List<Card>> CARDS = new TypeReference<>() {};
  private static final TypeReference<Map<String, String>> STRINGS = new TypeReference<>() {};

  private Json() {}

  /** The column's text; null for an empty list. */
  static String list(List<?> values) {
    return values.isEmpty() ? null : write(values);
  }

  static String map(Map<String, String> values) {
    return write(values);
  }

  static List<Choice> choices(String json) {
    return json == null ? List.of() : read(json, CHOICES);
  }

  static List<Card> cards(String json) {
    return json == null ? List.of() : read(json, CARDS);
  }

  static Map<String, String> strings(String json) {
    return read(json, STRINGS);
  }

  private static String write(Object value) {
    try {
      return MAPPER.writeValueAsString(value);
    } catch (JsonProcessingException impossible) {
      throw new IllegalStateException("plain records always become JSON", impossible);
    }
  }

  private static <T> T read(String json, TypeReference<T> type) {
    try {
      return MAPPER.readValue(json, type);
    } catch (JsonProcessingException damaged) {
      throw new IllegalStateException("a stored " + type.getType() + " cannot be read", damaged);
    }
  }
}
