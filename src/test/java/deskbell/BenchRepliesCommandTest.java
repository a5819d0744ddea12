package deskbell;

import static org.assertj.core.api.Assertions.assertThat;

import deskbell.answering.Doubt;
import deskbell.conversation.Language;
import deskbell.knowledge.KnowledgeSettings;
import deskbell.knowledge.Library;
import deskbell.knowledge.Passage;
import deskbell.knowledge.Searcher;
import deskbell.knowledge.files.ArticleFolder;
import deskbell.knowledge.files.SynonymFiles;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** With the shipped model, whatever it has learnt. */
class BenchRepliesCommandTest {
  @Test
  void the_shipped_model_says_no_value_that_its_facts_do_not_hold() {
    var out = new StringWriter();
    var status =
        Main.commandLine()
            .setOut(new PrintWriter(out, true))
            .execute("bench", "replies", "--prompts=40");
    assertThat(status).isZero();
    assertThat(out.toString())
        .contains("as the server speaks:", "however unsure the model is:", "held-out, zh, 40 ");
    assertThat(out.toString().lines().filter(line -> line.contains("invented facts in")))
        .isNotEmpty()
        .allSatisfy(line -> assertThat(line).contains("invented facts in 0"));
  }

  @Test
  void the_shipped_model_scores_articles_that_are_in_doubt() {
    var folder = Path.of("knowledge-base");
    var library = Library.of(ArticleFolder.read(folder).articles());
    try (var understanding = Understanding.open(Optional.empty());
        var searcher =
            Searcher.open(KnowledgeSettings.DEFAULTS, library, SynonymFiles.read(folder))) {
      var found = searcher.search("delivery", Language.EN, Doubt.MOST);
      var answers = found.stream().map(Passage::answer).toList();
      assertThat(understanding.scorer().orElseThrow().scores("How much is delivery?", answers))
          .hasSize(Doubt.MOST)
          .allSatisfy(score -> assertThat(score).isNegative().isFinite());
    }
  }
}
