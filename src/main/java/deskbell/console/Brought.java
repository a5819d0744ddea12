package deskbell.console;

import deskbell.conversation.Invalid;
import deskbell.conversation.Language;
import deskbell.conversation.Unavailable;
import deskbell.knowledge.Article;
import deskbell.knowledge.ArticleKey;
import deskbell.knowledge.files.ArticleCsv;
import deskbell.knowledge.files.ArticleFile;
import java.io.IOException;
import java.io.StringReader;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * An article that an editor brings in, or what is wrong with it.
 *
 * @param row in the table, or the file's place among the files, from 1
 * @param name of the file; empty for a row of a table
 * @param article empty where something is wrong
 */
record Brought(long row, String name, Optional<Article> article, Optional<Invalid> wrong) {
  private static final Pattern PATH = Pattern.compile("(?:.*/)?(?:(en|zh)/)?([^/]+)\\.md");
  private static final Pattern FIELD = Pattern.compile("(\\w+) (.+)");
  private static final String TABLE = "table";

  /** The rows of a table. */
  static List<Brought> table(String text) {
    try {
      return ArticleCsv.rows(TABLE, new StringReader(text)).stream()
          .map(row -> new Brought(row.number(), "", row.article(), row.wrong()))
          .toList();
    } catch (IOException impossible) {
      throw new Unavailable("a text in memory was read", impossible);
    }
  }

  /** One Markdown file. Where its path names no language, its words do. */
  static Brought file(long place, Map.Entry<String, String> file) {
    var path = PATH.matcher(file.getKey());
    try {
      if (!path.matches()) {
        throw new Invalid("name", "is not like en/delivery-cost.md");
      }
      var language =
          Optional.ofNullable(path.group(1)).map(Language::parse).orElse(written(file.getValue()));
      var key = new ArticleKey(path.group(2), language);
      var read = ArticleFile.parse(file.getKey(), key, file.getValue());
      if (read.article().isEmpty()) {
        var problem = read.problems().getFirst();
        throw wrong(problem.rule());
      }
      return new Brought(place, file.getKey(), read.article(), Optional.empty());
    } catch (Invalid invalid) {
      return new Brought(place, file.getKey(), Optional.empty(), Optional.of(invalid));
    }
  }

  private static Invalid wrong(String rule) {
    var field = FIELD.matcher(rule);
    return field.matches()
        ? new Invalid(field.group(1), field.group(2))
        : new Invalid("file", rule);
  }

  private static Language written(String text) {
    return text.codePoints().anyMatch(Character::isIdeographic) ? Language.ZH : Language.EN;
  }
}
