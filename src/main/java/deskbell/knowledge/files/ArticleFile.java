package deskbell.knowledge.files;

import deskbell.conversation.Invalid;
import deskbell.knowledge.Article;
import deskbell.knowledge.ArticleKey;
import deskbell.knowledge.Problem;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * An article's file: YAML front matter between two lines of {@code ---}, then the answer in
 * Markdown. Reading never throws for what a file holds: it gives the article, or every problem with
 * its line and column.
 *
 * @param article empty where a problem is an error
 */
public record ArticleFile(Optional<Article> article, List<Problem> problems) {
  private static final String FENCE = "---";

  public ArticleFile {
    problems = List.copyOf(problems);
  }

  /** Reads the text of a file. */
  public static ArticleFile parse(String file, ArticleKey key, String text) {
    var lines = text.lines().toList();
    if (lines.isEmpty() || !fence(lines.getFirst())) {
      return broken(Problem.error(file, 1, 1, "front matter must start with a line \"---\""));
    }
    var end = closingFence(lines);
    if (end < 0) {
      return broken(
          Problem.error(file, lines.size(), 1, "front matter is not closed by a line \"---\""));
    }
    var matter = FrontMatter.parse(file, String.join("\n", lines.subList(1, end)));
    var answer = String.join("\n", lines.subList(end + 1, lines.size())).strip();
    return assemble(file, key, matter, answer, end + 2);
  }

  private static ArticleFile assemble(
      String file, ArticleKey key, FrontMatter matter, String answer, int answerLine) {
    var problems = new ArrayList<>(matter.problems());
    if (answer.isEmpty()) {
      problems.add(Problem.error(file, answerLine, 1, "answer is missing below the front matter"));
    }
    if (problems.stream().anyMatch(Problem::isError)) {
      return new ArticleFile(Optional.empty(), problems);
    }
    try {
      return new ArticleFile(Optional.of(matter.article(key, answer)), problems);
    } catch (Invalid invalid) {
      var line = invalid.field().equals("answer") ? answerLine : matter.lineOf(invalid.field());
      return broken(Problem.error(file, line, 1, invalid.getMessage()));
    }
  }

  private static ArticleFile broken(Problem problem) {
    return new ArticleFile(Optional.empty(), List.of(problem));
  }

  private static int closingFence(List<String> lines) {
    for (var i = 1; i < lines.size(); i++) {
      if (fence(lines.get(i))) {
        return i;
      }
    }
    return -1;
  }

  private static boolean fence(String line) {
    var content = line.startsWith("\uFEFF") ? line.substring(1) : line;
    return content.stripTrailing().equals(FENCE);
  }
}
