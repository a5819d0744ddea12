package deskbell.knowledge;

import deskbell.conversation.Language;
import deskbell.knowledge.index.Candidate;
import deskbell.knowledge.index.Shelves;
import deskbell.knowledge.ranking.Analysed;
import deskbell.knowledge.ranking.Query;
import deskbell.knowledge.ranking.Ranked;
import deskbell.knowledge.ranking.Ranker;
import deskbell.knowledge.ranking.RankingModel;
import deskbell.knowledge.ranking.Reading;
import deskbell.knowledge.ranking.Shelf;
import deskbell.knowledge.ranking.Topics;
import deskbell.knowledge.text.Synonyms;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Finds the articles that answer a question: Lucene proposes, ranking decides, confidence is
 * calibrated. Searching blocks for well under a millisecond and is safe from any thread, also while
 * {@link #publish} replaces the articles; publishing blocks longer, one at a time.
 */
public final class Searcher implements Retrieval, AutoCloseable {
  private final KnowledgeSettings settings;
  private final Map<Language, Shelves> shelves = new EnumMap<>(Language.class);
  private final Map<Language, Topics> topics = new EnumMap<>(Language.class);
  private final Ranker ranker;
  private final SearchCache cache;
  private volatile long edition;

  private Searcher(KnowledgeSettings settings, Ranker ranker) {
    this.settings = settings;
    this.ranker = ranker;
    this.cache = new SearchCache(settings.cached());
  }

  /** Builds the indexes; a disk that fails is replaced by memory, see {@link #fallbacks}. */
  public static Searcher open(
      KnowledgeSettings settings, Library library, Map<Language, Synonyms> synonyms) {
    var searcher = new Searcher(settings, new Ranker(RankingModel.shipped()));
    for (var language : Language.values()) {
      searcher.topics.put(language, Topics.shipped(language));
      var reading = searcher.reading(language, synonyms);
      searcher.shelves.put(language, Shelves.build(settings.index(), library, reading));
    }
    return searcher;
  }

  /**
   * Another searcher, in memory, of other articles and synonyms, to be closed by the caller.
   * Blocks; only what differs is analysed.
   */
  public Searcher beside(Library library, Map<Language, Synonyms> synonyms) {
    var other = new Searcher(settings, ranker);
    shelves.forEach(
        (language, shelf) -> {
          other.topics.put(language, topics.get(language));
          other.shelves.put(language, shelf.beside(library, reading(language, synonyms)));
        });
    return other;
  }

  /**
   * Makes these articles and synonyms the ones that are searched; only what changed is analysed.
   */
  public synchronized void publish(Library library, Map<Language, Synonyms> synonyms) {
    shelves.forEach((language, shelf) -> shelf.publish(library, reading(language, synonyms)));
    edition++;
    cache.clear();
  }

  private Reading reading(Language language, Map<Language, Synonyms> synonyms) {
    var chosen = synonyms.getOrDefault(language, Synonyms.NONE);
    var before = shelves.get(language);
    return before != null && before.reading().synonyms().equals(chosen)
        ? before.reading()
        : Reading.of(language, chosen, topics.get(language));
  }

  @Override
  public List<Passage> search(Question question, int top) {
    var key = new SearchCache.Key(edition, question, top);
    return cache.get(key, () -> find(question, top));
  }

  @Override
  public List<Passage> explain(Question question, int top) {
    var shelf = shelves.get(question.language()).shelf();
    return explained(search(question, top), shelf, question);
  }

  private static List<Passage> explained(List<Passage> passages, Shelf shelf, Question question) {
    var asked = shelf.mentions(question);
    return passages.stream()
        .map(
            passage ->
                shelf
                    .find(passage.id())
                    .map(Analysed::article)
                    .map(article -> passage.because(Reasons.of(asked, article, shelf::mentions)))
                    .orElse(passage))
        .toList();
  }

  @Override
  public Optional<Passage> article(String id, Language language) {
    var key = new ArticleKey(id, language);
    return shelves.get(language).shelf().find(key.id()).map(Analysed::article).map(Searcher::whole);
  }

  /** An article as a whole, for whoever asks for it by its id. */
  static Passage whole(Article article) {
    return new Passage(
        article.id(),
        article.question(),
        article.answer(),
        article.intent(),
        1,
        1,
        List.of("id: " + article.id()));
  }

  private List<Passage> find(Question question, int top) {
    var searched = shelves.get(question.language());
    var shelf = searched.shelf();
    var query = shelf.query(question);
    var scores =
        searched.candidates(query, settings.candidates()).stream()
            .collect(Collectors.toMap(Candidate::id, Candidate::score));
    var ranking = ranker.rank(shelf, query, scores.keySet());
    return passages(shelf, query, ranking, top, ranked -> scores.get(ranked.id()));
  }

  /** These articles with an unpublished one as if it were in force. Any thread. */
  public Retrieval with(Article draft) {
    return new Preview(this, draft);
  }

  /** Searches as if an unpublished article were in force. Blocks a little longer than a search. */
  List<Passage> preview(Article draft, Question question, int top) {
    var searched = shelves.get(draft.language());
    var articles = searched.shelf().articles();
    articles.put(draft.id(), searched.reading().analyse(draft));
    var shelf = Shelf.of(articles.values(), searched.reading());
    var query = shelf.query(question);
    var ranking = ranker.rank(shelf, query, articles.keySet());
    return explained(passages(shelf, query, ranking, top, Ranked::score), shelf, question);
  }

  private List<Passage> passages(
      Shelf shelf, Query query, List<Ranked> ranking, int top, Function<Ranked, Number> score) {
    var confidence = ranker.confidence(shelf, query, ranking);
    var passages = new ArrayList<Passage>();
    for (var ranked : ranking.subList(0, Math.min(top, ranking.size()))) {
      var analysed = shelf.find(ranked.id()).orElseThrow();
      var article = analysed.article();
      passages.add(
          new Passage(
              article.id(),
              article.question(),
              article.answer(),
              article.intent(),
              score.apply(ranked).doubleValue(),
              confidence * ranked.share() / ranking.getFirst().share(),
              List.of()));
    }
    return List.copyOf(passages);
  }

  /** What keeps indexes off the disk; empty while all is well. */
  public List<String> fallbacks() {
    return shelves.values().stream().map(Shelves::fallback).flatMap(Optional::stream).toList();
  }

  /** The share of searches, 0 to 1, that were answered from the cache. */
  public double cacheHitRate() {
    return cache.hitRate();
  }

  @Override
  public void close() {
    shelves.values().forEach(Shelves::close);
  }
}
