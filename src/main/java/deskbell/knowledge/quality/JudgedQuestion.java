package deskbell.knowledge.quality;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import deskbell.conversation.Invalid;
import deskbell.conversation.Language;
import deskbell.conversation.Unavailable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * A question with the articles that answer it.
 *
 * @param articles ids, best first; empty where none answers
 */
public record JudgedQuestion(String text, Language language, List<String> articles) {
  private static final ObjectMapper JSON = new ObjectMapper();

  public JudgedQuestion {
    articles = List.copyOf(articles);
  }

  /** True where some article answers. */
  public boolean answerable() {
    return !articles.isEmpty();
  }

  /**
   * Reads a file of JSON lines, {@code {"text","lang","articles":[…]}}. A broken line is {@link
   * Invalid}, naming file and line.
   */
  public static List<JudgedQuestion> read(Path file) {
    try {
      var questions = new ArrayList<JudgedQuestion>();
      var number = 0;
      for (var line : Files.readAllLines(file)) {
        number++;
        if (!line.isBlank()) {
          questions.add(parse(file + ":" + number, line));
        }
      }
      return questions;
    } catch (IOException failed) {
      throw new Unavailable("questions: " + file + " cannot be read", failed);
    }
  }

  private static JudgedQuestion parse(String place, String line) {
    try {
      var json = JSON.readTree(line);
      var articles = new ArrayList<String>();
      required(place, json, "articles").forEach(id -> articles.add(id.asText()));
      return new JudgedQuestion(
          required(place, json, "text").asText(),
          Language.parse(required(place, json, "lang").asText()),
          articles);
    } catch (JsonProcessingException malformed) {
      throw new Invalid(place, "is not JSON", malformed);
    }
  }

  private static JsonNode required(String place, JsonNode json, String field) {
    if (!json.hasNonNull(field)) {
      throw new Invalid(place, "has no " + field);
    }
    return json.get(field);
  }
}
