package deskbell.knowledge;

import static org.assertj.core.api.Assertions.assertThat;

import deskbell.conversation.Language;
import deskbell.knowledge.files.ArticleFolder;
import deskbell.knowledge.files.SynonymFiles;
import java.nio.file.Path;
import java.util.ArrayList;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Every article that ships with Deskbell is a test case of retrieval. */
class ShippedArticlesTest {
  private static final Path FOLDER = Path.of("knowledge-base");

  private static ArticleFolder folder;
  private static Searcher searcher;

  @BeforeAll
  static void open() {
    folder = ArticleFolder.read(FOLDER);
    searcher =
        Searcher.open(
            KnowledgeSettings.DEFAULTS, Library.of(folder.articles()), SynonymFiles.read(FOLDER));
  }

  @AfterAll
  static void close() {
    searcher.close();
  }

  @Test
  void every_file_is_sound() {
    assertThat(folder.problems()).isEmpty();
    assertThat(folder.articles()).hasSizeGreaterThanOrEqualTo(160);
  }

  @ParameterizedTest
  @EnumSource(Language.class)
  void every_article_is_translated(Language language) {
    var library = Library.of(folder.articles());
    assertThat(library.in(language)).extracting(Article::id).hasSize(library.all().size() / 2);
  }

  @ParameterizedTest
  @EnumSource(Language.class)
  void the_question_of_every_article_finds_it_first(Language language) {
    var missed = new ArrayList<String>();
    for (var article : Library.of(folder.articles()).in(language)) {
      var first = searcher.search(article.question(), language, 1).getFirst();
      if (!first.id().equals(article.id())) {
        missed.add(article.question() + " found " + first.id());
      }
    }
    assertThat(missed).isEmpty();
  }

  @ParameterizedTest
  @EnumSource(Language.class)
  void nearly_every_phrasing_finds_its_article_first(Language language) {
    var asked = 0;
    var missed = new ArrayList<String>();
    for (var article : Library.of(folder.articles()).in(language)) {
      for (var phrasing : article.also()) {
        asked++;
        if (!searcher.search(phrasing, language, 1).getFirst().id().equals(article.id())) {
          missed.add(phrasing + " should find " + article.id());
        }
      }
    }
    assertThat(missed).hasSizeLessThan(asked / 50);
  }
}
