package deskbell.knowledge.quality;

import deskbell.conversation.Language;
import deskbell.knowledge.Article;
import deskbell.knowledge.Library;
import deskbell.knowledge.Passage;
import deskbell.knowledge.Question;
import deskbell.knowledge.Retrieval;
import deskbell.knowledge.index.Shelves;
import deskbell.knowledge.ranking.Analysed;
import deskbell.knowledge.ranking.Reading;
import deskbell.knowledge.ranking.Topics;
import deskbell.knowledge.text.Synonyms;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Lucene's own order of the same index, without ranking or calibration: what retrieval is compared
 * with. Confidence is always 0. Any thread.
 */
public final class LuceneAlone implements Retrieval, AutoCloseable {
  private final Map<Language, Shelves> shelves = new EnumMap<>(Language.class);

  /** Indexes the library in memory. */
  public LuceneAlone(Library library, Map<Language, Synonyms> synonyms) {
    for (var language : Language.values()) {
      var reading = Reading.of(language, synonyms.get(language), Topics.shipped(language));
      shelves.put(language, Shelves.build(Optional.empty(), library, reading));
    }
  }

  @Override
  public List<Passage> search(Question question, int top) {
    var language = question.language();
    var shelf = shelves.get(language);
    var terms = shelf.reading().analysis().terms(question.text());
    return shelf.alike(terms, top).stream()
        .flatMap(candidate -> passage(candidate.id(), language, candidate.score()).stream())
        .toList();
  }

  @Override
  public Optional<Passage> article(String id, Language language) {
    return passage(id, language, 0);
  }

  private Optional<Passage> passage(String id, Language language, double score) {
    return shelves.get(language).shelf().find(id).map(Analysed::article).map(a -> of(a, score));
  }

  private static Passage of(Article article, double score) {
    return new Passage(
        article.id(),
        article.question(),
        article.answer(),
        article.intent(),
        score,
        0,
        List.of("lucene"));
  }

  @Override
  public void close() {
    shelves.values().forEach(Shelves::close);
  }
}
