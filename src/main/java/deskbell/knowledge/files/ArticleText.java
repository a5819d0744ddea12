package deskbell.knowledge.files;

import deskbell.knowledge.Article;
import java.util.List;
import java.util.regex.Pattern;

/** Writes an article as {@link ArticleFile} reads it. */
public final class ArticleText {
  /** A YAML text that means itself without quotes. */
  private static final Pattern PLAIN = Pattern.compile("[\\p{L}\\p{N}][^\\p{Cntrl}]*");

  private static final Pattern MARKS = Pattern.compile(": |:$| #|[\\[\\]{},]|\\s$");

  private ArticleText() {}

  /** The file's text. */
  public static String of(Article article) {
    var text = new StringBuilder("---\n");
    text.append("question: ").append(scalar(article.question())).append('\n');
    if (!article.also().isEmpty()) {
      text.append("also:\n");
      article.also().forEach(also -> text.append("  - ").append(scalar(also)).append('\n'));
    }
    article.intent().ifPresent(name -> text.append("intent: ").append(scalar(name)).append('\n'));
    if (!article.tags().isEmpty()) {
      text.append("tags: [").append(list(article.tags())).append("]\n");
    }
    article.review().ifPresent(day -> text.append("review: ").append(day).append('\n'));
    return text.append("---\n").append(article.answer().strip()).append('\n').toString();
  }

  private static String list(List<String> texts) {
    return String.join(", ", texts.stream().map(ArticleText::scalar).toList());
  }

  private static String scalar(String text) {
    if (PLAIN.matcher(text).matches() && !MARKS.matcher(text).find()) {
      return text;
    }
    return '"' + text.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n") + '"';
  }
}
