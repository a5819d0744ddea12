package deskbell.knowledge.quality;

import static org.assertj.core.api.Assertions.assertThat;

import deskbell.conversation.Language;
import deskbell.knowledge.KnowledgeSettings;
import deskbell.knowledge.Library;
import deskbell.knowledge.Question;
import deskbell.knowledge.Searcher;
import deskbell.knowledge.files.ArticleFolder;
import deskbell.knowledge.files.SynonymFiles;
import deskbell.understanding.Alone;
import deskbell.understanding.Catalogue;
import deskbell.understanding.FusedInterpreter;
import deskbell.understanding.ModelDirectory;
import deskbell.understanding.entity.EntityFinder;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Guards what retrieval can do on the questions that it was calibrated by. */
class RetrievalQualityTest {
  private static final Path FOLDER = Path.of("knowledge-base");
  private static final FusedInterpreter INTERPRETER =
      new FusedInterpreter(
          Alone.of(ModelDirectory.of(Optional.empty()).linear()),
          new EntityFinder(Catalogue.EMPTY),
          Clock.systemUTC());

  @ParameterizedTest
  @EnumSource(Language.class)
  void nine_of_ten_questions_find_their_article_and_confidence_keeps_its_word(Language language) {
    var questions =
        JudgedQuestion.read(
            Path.of("src/main/corpus/questions", language.code() + "-calibration.jsonl"));
    var library = Library.of(ArticleFolder.read(FOLDER).articles());
    try (var searcher =
        Searcher.open(KnowledgeSettings.DEFAULTS, library, SynonymFiles.read(FOLDER))) {
      List<Outcome> outcomes =
          Measurement.of(searcher, questions, RetrievalQualityTest::understood).outcomes();
      var figures = Figures.of(outcomes, KnowledgeSettings.THRESHOLD);
      assertThat(figures.hitAtOne()).isGreaterThanOrEqualTo(0.92);
      assertThat(figures.calibrationError()).isLessThan(0.09);
      assertThat(figures.falseAnswers()).isLessThan(0.12);
    }
  }

  private static Question understood(JudgedQuestion asked) {
    var understood = INTERPRETER.understand(asked.text(), Optional.of(asked.language()));
    return new Question(asked.text(), asked.language(), understood.intents());
  }
}
