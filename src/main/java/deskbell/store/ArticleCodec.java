package deskbell.store;

import com.fasterxml.jackson.core.JsonProcessingException;
import deskbell.knowledge.Article;
import deskbell.knowledge.ArticleKey;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** An article's text as JSON; its key is kept beside it. Any thread. */
final class ArticleCodec {
  private ArticleCodec() {}

  /** The JSON's fields; what an article does not have is an empty text. */
  private record Content(
      String question,
      List<String> also,
      String intent,
      List<String> tags,
      String review,
      String answer) {}

  /** The column's text. */
  static String write(Article article) {
    var content =
        new Content(
            article.question(),
            article.also(),
            article.intent().orElse(""),
            article.tags(),
            article.review().map(LocalDate::toString).orElse(""),
            article.answer());
    try {
      return Json.MAPPER.writeValueAsString(content);
    } catch (JsonProcessingException impossible) {
      throw new IllegalStateException("plain records always become JSON", impossible);
    }
  }

  /** The column's text; null where there is no article. */
  static String write(Optional<Article> article) {
    return article.map(ArticleCodec::write).orElse(null);
  }

  /** The article of a column's text; empty for null. */
  static Optional<Article> read(ArticleKey key, String json) {
    return Optional.ofNullable(json).map(text -> article(key, content(key, text)));
  }

  private static Content content(ArticleKey key, String json) {
    try {
      return Json.MAPPER.readValue(json, Content.class);
    } catch (JsonProcessingException damaged) {
      throw new IllegalStateException("the stored article " + key + " cannot be read", damaged);
    }
  }

  private static Article article(ArticleKey key, Content content) {
    return new Article(
        key,
        content.question(),
        content.also(),
        given(content.intent()),
        content.tags(),
        given(content.review()).map(LocalDate::parse),
        content.answer());
  }

  private static Optional<String> given(String text) {
    return Optional.of(text).filter(value -> !value.isEmpty());
  }
}
