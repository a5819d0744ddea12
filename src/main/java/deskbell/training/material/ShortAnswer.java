package deskbell.training.material;

import deskbell.conversation.Language;
import deskbell.knowledge.Article;
import deskbell.knowledge.files.ArticleFolder;
import deskbell.neural.Placeholders;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * A question about an article, and short answers to it that are right.
 *
 * @param written the article's own answer
 * @param replies each of them right, with values as they are read
 */
public record ShortAnswer(
    Language language, String article, String question, String written, List<String> replies) {
  public ShortAnswer {
    replies = List.copyOf(replies);
  }

  /**
   * Those of a part ({@code validation}) in all languages that a corpus has it in. Blocks for the
   * disk; a mistake is {@link deskbell.conversation.Invalid} and names file and line.
   */
  public static List<ShortAnswer> part(Path corpus, String part, Path articles) {
    var all = ArticleFolder.read(articles).articles();
    var answers = new ArrayList<ShortAnswer>();
    for (var language : Language.values()) {
      var file = corpus.resolve("replies").resolve(language.code() + "-" + part + ".jsonl");
      if (Files.exists(file)) {
        answers.addAll(read(file, language, all));
      }
    }
    return answers;
  }

  private static List<ShortAnswer> read(Path file, Language language, List<Article> all) {
    var texts =
        all.stream()
            .filter(article -> article.language() == language)
            .collect(Collectors.toMap(Article::id, Article::answer));
    var pairs = new GroundedReplies(language, id -> Optional.ofNullable(texts.get(id))).read(file);
    Map<List<String>, List<GroundedReply>> byQuestion =
        pairs.stream()
            .collect(
                Collectors.groupingBy(
                    pair -> List.of(pair.article(), pair.question()),
                    LinkedHashMap::new,
                    Collectors.toList()));
    return byQuestion.values().stream().map(same -> of(same, texts)).toList();
  }

  private static ShortAnswer of(List<GroundedReply> same, Map<String, String> texts) {
    var first = same.getFirst();
    var written = texts.get(first.article());
    var values = Placeholders.in(written);
    var replies = same.stream().flatMap(reply -> values.fill(reply.reply()).stream()).toList();
    return new ShortAnswer(first.language(), first.article(), first.question(), written, replies);
  }
}
