package deskbell.training.material;

import deskbell.answering.GroundedWriter;
import deskbell.answering.Speaker;
import deskbell.answering.Spoken;
import deskbell.answering.excerpt.Excerpt;
import deskbell.answering.excerpt.Excerpts;
import deskbell.answering.excerpt.Excerpts.Compared;
import deskbell.conversation.Language;
import deskbell.knowledge.Article;
import deskbell.knowledge.files.ArticleFolder;
import deskbell.neural.Sentences;
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
 * @param written what the article says
 * @param replies each of them right
 * @param grounds the places of the sentences that each reply is taken from
 */
public record ShortAnswer(
    Language language,
    String question,
    String written,
    List<String> replies,
    List<List<Integer>> grounds) {
  public ShortAnswer {
    replies = List.copyOf(replies);
    grounds = List.copyOf(grounds);
  }

  /** The parts of what is written, compared with the question. Blocks as long as these do. */
  public Compared compared(Excerpts excerpts) {
    return excerpts.compare(language, question, Sentences.of(written));
  }

  /** What is said to the question. Blocks as long as the speaker does. */
  Spoken said(Speaker speaker) {
    return speaker.speak(Speaker.Kind.FACTS, language, question, written);
  }

  /** What is said of an excerpt. Blocks as long as the writer does. */
  public Spoken said(GroundedWriter writer, Excerpt excerpt) {
    return writer.write(question, facts(excerpt));
  }

  /** What an excerpt says. */
  List<String> facts(Excerpt excerpt) {
    return Sentences.of(written).plain(excerpt.places());
  }

  /** Whether a part of what is written holds nothing but what a reply is taken from. */
  boolean isGround(List<Integer> part) {
    return grounds.stream().anyMatch(ground -> ground.containsAll(part));
  }

  /** Whether an excerpt holds all that a reply is taken from. */
  public boolean isIn(Excerpt excerpt) {
    return grounds.stream().anyMatch(excerpt::holds);
  }

  /** Whether what is said answers the question: as a reply does, or as what it is taken from. */
  boolean isRight(Spoken.Said said) {
    var sentences = Sentences.of(written);
    return switch (said.words()) {
      case ARTICLE ->
          grounds.stream()
              .anyMatch(
                  ground ->
                      ground.stream().map(sentences.all()::get).allMatch(said.text()::contains));
      case MODEL ->
          SameAnswer.asOneOf(replies, said.text())
              || SameAnswer.asOneOf(grounds.stream().map(sentences::readOut).toList(), said.text());
    };
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
                    pair -> List.of(pair.text(), pair.question()),
                    LinkedHashMap::new,
                    Collectors.toList()));
    return byQuestion.values().stream().map(ShortAnswer::of).toList();
  }

  private static ShortAnswer of(List<GroundedReply> same) {
    var first = same.getFirst();
    var replies = same.stream().map(GroundedReply::reply).toList();
    var grounds = same.stream().map(GroundedReply::evidence).toList();
    return new ShortAnswer(first.language(), first.question(), first.text(), replies, grounds);
  }
}
