package deskbell.training.retrieval;

import deskbell.conversation.Language;
import deskbell.knowledge.Library;
import deskbell.knowledge.Question;
import deskbell.knowledge.index.Candidate;
import deskbell.knowledge.index.Shelves;
import deskbell.knowledge.quality.JudgedQuestion;
import deskbell.knowledge.ranking.Analysed;
import deskbell.knowledge.ranking.Features;
import deskbell.knowledge.ranking.Query;
import deskbell.knowledge.ranking.Reading;
import deskbell.knowledge.ranking.Shelf;
import deskbell.understanding.Interpreter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Makes ranking cases of one language: from judged questions, and from the articles themselves. */
final class Exercises implements AutoCloseable {
  /** What a phrasing counts that is asked as it stands. */
  private static final double VERBATIM_WEIGHT = 0.3;

  private final Shelves shelves;
  private final Interpreter interpreter;
  private final int candidates;

  /** Exercises on these articles, with questions that this interpreter understands. */
  Exercises(Library library, Reading reading, Interpreter interpreter, int candidates) {
    this.shelves = Shelves.build(Optional.empty(), library, reading);
    this.interpreter = interpreter;
    this.candidates = candidates;
  }

  Language language() {
    return shelves.reading().language();
  }

  Shelf shelf() {
    return shelves.shelf();
  }

  /** A question in this language, with what it may mean. */
  Query query(String text) {
    var intents = interpreter.understand(text, Optional.of(language())).intents();
    return shelf().query(new Question(text, language(), intents));
  }

  /** The ids that ranking chooses from. */
  List<String> candidates(Query query) {
    return shelves.candidates(query, candidates).stream().map(Candidate::id).toList();
  }

  /** The case of a judged question; empty where Lucene did not propose the right article. */
  Optional<RankingCase> judged(JudgedQuestion question, double weight) {
    var query = query(question.text());
    var ids = candidates(query);
    var right = question.articles().isEmpty() ? -1 : ids.indexOf(question.articles().getFirst());
    var features = ids.stream().map(id -> shelf().compare(query, id)).toList();
    return right < 0 ? Optional.empty() : Optional.of(new RankingCase(features, right, weight));
  }

  /** Each phrasing as a question to its article without it, and, counting less, to the whole. */
  List<RankingCase> phrasings() {
    var cases = new ArrayList<RankingCase>();
    for (var article : shelf().articles().values()) {
      var phrasings = article.article().phrasings();
      for (var i = 0; phrasings.size() > 1 && i < phrasings.size(); i++) {
        leaveOut(article, i, phrasings.get(i)).ifPresent(cases::add);
        var itself =
            new JudgedQuestion(phrasings.get(i), language(), List.of(article.article().id()));
        judged(itself, VERBATIM_WEIGHT).ifPresent(cases::add);
      }
    }
    return cases;
  }

  private Optional<RankingCase> leaveOut(Analysed article, int phrasing, String text) {
    var query = query(text);
    var ids = candidates(query);
    var right = ids.indexOf(article.article().id());
    if (right < 0) {
      return Optional.empty();
    }
    var features = new ArrayList<Features>();
    for (var id : ids) {
      features.add(
          id.equals(ids.get(right))
              ? shelf().compare(query, article.without(phrasing))
              : shelf().compare(query, id));
    }
    return Optional.of(new RankingCase(features, right, 1));
  }

  @Override
  public void close() {
    shelves.close();
  }
}
