package deskbell.bench;

import deskbell.conversation.Language;
import deskbell.knowledge.KnowledgeSettings;
import deskbell.knowledge.Library;
import deskbell.knowledge.Question;
import deskbell.knowledge.Retrieval;
import deskbell.knowledge.Searcher;
import deskbell.knowledge.files.ArticleFolder;
import deskbell.knowledge.files.SynonymFiles;
import deskbell.knowledge.quality.Figures;
import deskbell.knowledge.quality.JudgedQuestion;
import deskbell.knowledge.quality.LuceneAlone;
import deskbell.knowledge.quality.Measurement;
import deskbell.understanding.Interpreter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Measures retrieval on judged questions, beside Lucene's own order of the same index in the same
 * run.
 *
 * @param part {@code calibration} or {@code test}
 * @param interpreter says what questions may mean, as it does before the bot searches
 */
public record KnowledgeBench(
    Path articles, Path questions, String part, Interpreter interpreter, double threshold) {
  /** The figures, a line each. */
  public List<String> run() {
    var lines = new ArrayList<String>();
    var library = Library.of(ArticleFolder.read(articles).articles());
    var synonyms = SynonymFiles.read(articles);
    var settings =
        new KnowledgeSettings(
            Optional.empty(), KnowledgeSettings.CANDIDATES, 0, threshold, KnowledgeSettings.POLL);
    try (var searcher = Searcher.open(settings, library, synonyms);
        var lucene = new LuceneAlone(library, synonyms)) {
      for (var language : Language.values()) {
        lines.addAll(compare(language, searcher, lucene));
      }
    }
    return lines;
  }

  private Question understood(JudgedQuestion asked) {
    var understood = interpreter.understand(asked.text(), Optional.of(asked.language()));
    return new Question(asked.text(), asked.language(), understood.intents());
  }

  private List<String> compare(Language language, Retrieval searcher, Retrieval lucene) {
    var file = questions.resolve(language.code() + "-" + part + ".jsonl");
    var asked = JudgedQuestion.read(file);
    var ours = Measurement.of(searcher, asked, this::understood);
    var theirs = Measurement.of(lucene, asked, this::understood);
    return List.of(
        language.code() + " " + Figures.of(ours.outcomes(), threshold),
        String.format(
            Locale.ROOT,
            "%s %.0f µs a search, %.1f times Lucene's alone (%.0f µs, hit@1 %.3f)",
            language.code(),
            ours.microseconds(),
            ours.microseconds() / theirs.microseconds(),
            theirs.microseconds(),
            Figures.of(theirs.outcomes(), threshold).hitAtOne()));
  }
}
