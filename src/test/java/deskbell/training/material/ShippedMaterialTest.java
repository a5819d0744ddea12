package deskbell.training.material;

import static org.assertj.core.api.Assertions.assertThat;

import deskbell.conversation.Language;
import deskbell.knowledge.Article;
import deskbell.knowledge.files.ArticleFolder;
import deskbell.neural.PlainText;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The written material that the shipped model learns from. */
class ShippedMaterialTest {
  private static final Path CORPUS = Path.of("src/main/corpus");
  private static final Pattern VALUE = Pattern.compile("\\w*\\d\\w*");
  private static final List<String> PARTS = List.of("training", "validation", "held-out");
  private static final Map<Path, List<Rewriting>> COMPOSED = new HashMap<>();

  @ParameterizedTest
  @EnumSource
  void there_are_enough_follow_ups_and_no_two_parts_share_one(Language language) {
    var parts = PARTS.stream().map(part -> rewritings(language, part)).toList();
    assertThat(parts.getFirst()).hasSize(Rewritings.LEARNT);
    assertDisjoint(parts);
  }

  @ParameterizedTest
  @EnumSource
  void no_two_parts_of_the_follow_ups_share_a_question(Language language) {
    var parts =
        PARTS.stream()
            .map(part -> Frames.read(CORPUS.resolve("rewrite/" + file(language, part))))
            .map(frames -> frames.asks().stream().map(FrameLine.Ask::text).toList())
            .toList();
    assertThat(parts.getFirst()).hasSizeGreaterThan(200).doesNotHaveDuplicates();
    assertDisjoint(parts);
  }

  @ParameterizedTest
  @EnumSource
  void a_rewriting_says_nothing_that_was_not_said(Language language) {
    for (var part : PARTS) {
      for (var pair : rewritings(language, part)) {
        var said = PlainText.of(pair.text() + " " + String.join(" ", pair.history()));
        assertThat(values(PlainText.of(pair.alone()))).allMatch(said::contains);
      }
    }
  }

  @ParameterizedTest
  @EnumSource
  void replies_hold_only_values_of_their_article_and_no_two_parts_share_a_question(
      Language language) {
    var articles =
        ArticleFolder.read(Path.of("knowledge-base")).articles().stream()
            .filter(article -> article.language() == language)
            .collect(Collectors.toMap(Article::id, Article::answer));
    Function<String, Optional<String>> answers = id -> Optional.ofNullable(articles.get(id));
    var replies = new GroundedReplies(language, answers);
    var parts =
        PARTS.stream()
            .map(part -> replies.read(CORPUS.resolve("replies/" + file(language, part))))
            .toList();
    assertThat(parts.stream().mapToInt(List::size).sum()).isGreaterThanOrEqualTo(2_000);
    assertDisjoint(
        parts.stream()
            .map(part -> part.stream().map(reply -> reply.text() + reply.question()).toList())
            .toList());
  }

  /** The pairs of a part, composed once for all tests. */
  private static List<Rewriting> rewritings(Language language, String part) {
    int count = part.equals(PARTS.getFirst()) ? Rewritings.LEARNT : Rewritings.MEASURED;
    return COMPOSED.computeIfAbsent(
        CORPUS.resolve("rewrite/" + file(language, part)),
        file -> Rewritings.read(file, language, count));
  }

  @AfterAll
  static void forget() {
    COMPOSED.clear();
  }

  private static List<String> values(String text) {
    return VALUE.matcher(text).results().map(MatchResult::group).toList();
  }

  private static String file(Language language, String part) {
    return language.code() + "-" + part + ".jsonl";
  }

  private static <T> void assertDisjoint(List<List<T>> parts) {
    var distinct = new HashSet<T>();
    parts.forEach(distinct::addAll);
    assertThat(distinct).hasSize(parts.stream().mapToInt(part -> new HashSet<>(part).size()).sum());
  }
}
