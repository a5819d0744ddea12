package deskbell.knowledge.quality;

import static org.assertj.core.api.Assertions.assertThat;

import deskbell.conversation.Language;
import deskbell.knowledge.KnowledgeSettings;
import deskbell.knowledge.Library;
import deskbell.knowledge.Searcher;
import deskbell.knowledge.files.ArticleFolder;
import deskbell.knowledge.files.SynonymFiles;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Guards what retrieval can do on the questions that it was calibrated by. */
class RetrievalQualityTest {
  private static final Path FOLDER = Path.of("knowledge-base");

  @ParameterizedTest
  @EnumSource(Language.class)
  void nine_of_ten_questions_find_their_article_and_confidence_keeps_its_word(Language language) {
    var questions =
        JudgedQuestion.read(
            Path.of("src/main/corpus/questions", language.code() + "-calibration.jsonl"));
    var library = Library.of(ArticleFolder.read(FOLDER).articles());
    try (var searcher =
        Searcher.open(KnowledgeSettings.DEFAULTS, library, SynonymFiles.read(FOLDER))) {
      List<Outcome> outcomes = Measurement.of(searcher, questions).outcomes();
      var figures = Figures.of(outcomes, KnowledgeSettings.THRESHOLD);
      assertThat(figures.hitAtOne()).isGreaterThanOrEqualTo(0.9);
      assertThat(figures.calibrationError()).isLessThan(0.09);
      assertThat(figures.falseAnswers()).isLessThan(0.12);
    }
  }
}
