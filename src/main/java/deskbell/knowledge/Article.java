package deskbell.knowledge;

import deskbell.conversation.Invalid;
import deskbell.conversation.Language;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * One article of the knowledge base in one language: a question with its answer.
 *
 * @param also other phrasings of the question, each matched on its own
 * @param intent the intent it answers, where it belongs to one
 * @param review the day from which on it may be stale
 * @param answer safe Markdown
 */
public record Article(
    ArticleKey key,
    String question,
    List<String> also,
    Optional<String> intent,
    List<String> tags,
    Optional<LocalDate> review,
    String answer) {
  /** Characters that a question or phrasing may have at most. */
  public static final int MAX_PHRASING = 300;

  /** Phrasings that an article may have at most, the question apart. */
  public static final int MAX_ALSO = 100;

  /** Characters that an answer may have at most. */
  public static final int MAX_ANSWER = 20_000;

  public Article {
    also = List.copyOf(also);
    tags = List.copyOf(tags);
    requireText("question", question, MAX_PHRASING);
    also.forEach(phrasing -> requireText("also", phrasing, MAX_PHRASING));
    if (also.size() > MAX_ALSO) {
      throw new Invalid("also", "has " + also.size() + " phrasings; at most " + MAX_ALSO);
    }
    intent.ifPresent(name -> requireText("intent", name, MAX_PHRASING));
    tags.forEach(tag -> requireText("tags", tag, MAX_PHRASING));
    requireText("answer", answer, MAX_ANSWER);
  }

  /** The article's name, the same in every language. */
  public String id() {
    return key.id();
  }

  /** The language it is written in. */
  public Language language() {
    return key.language();
  }

  /** The question and every other phrasing, the question first. */
  public List<String> phrasings() {
    return Stream.concat(Stream.of(question), also.stream()).toList();
  }

  private static void requireText(String field, String text, int limit) {
    if (text.isBlank()) {
      throw new Invalid(field, "is blank");
    }
    if (text.length() > limit) {
      throw new Invalid(field, "has " + text.length() + " characters; at most " + limit);
    }
  }
}
