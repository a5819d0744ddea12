package deskbell.knowledge.index;

import deskbell.knowledge.Library;
import deskbell.knowledge.ranking.Analysed;
import deskbell.knowledge.ranking.Query;
import deskbell.knowledge.ranking.Reading;
import deskbell.knowledge.ranking.Shelf;
import deskbell.knowledge.text.Terms;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The articles of one language, as index and as shelf, kept in step. Searching is safe from any
 * thread; publishing comes from one thread at a time.
 */
public final class Shelves implements AutoCloseable {
  private final IndexHome home;
  private volatile State state;

  private Shelves(IndexHome home, State state) {
    this.home = home;
    this.state = state;
  }

  /** One snapshot: what is read how, and laid out. */
  private record State(Reading reading, Shelf shelf) {}

  /** Builds index and shelf from the library. */
  public static Shelves build(Optional<Path> folder, Library library, Reading reading) {
    var articles = analyse(library, reading, Map.of());
    var home = new IndexHome(folder, reading.language());
    home.build(articles.values());
    return new Shelves(home, new State(reading, Shelf.of(articles.values(), reading)));
  }

  /** Other shelves, in memory; an article that both have is analysed once. */
  public Shelves beside(Library library, Reading reading) {
    var articles = analyse(library, reading, known(reading));
    var other = new IndexHome(Optional.empty(), reading.language());
    other.build(articles.values());
    return new Shelves(other, new State(reading, Shelf.of(articles.values(), reading)));
  }

  private Map<String, Analysed> known(Reading reading) {
    var now = state;
    return now.reading().equals(reading) ? now.shelf().articles() : Map.of();
  }

  /** Takes over what has changed in the library; other synonyms change everything. */
  public void publish(Library library, Reading reading) {
    var same = state.reading().equals(reading);
    var known = known(reading);
    var articles = analyse(library, reading, known);
    if (same) {
      var changed = new ArrayList<>(articles.values());
      changed.removeIf(article -> article.equals(known.get(article.article().id())));
      var removed = new ArrayList<>(known.keySet());
      removed.removeAll(articles.keySet());
      if (changed.isEmpty() && removed.isEmpty()) {
        return;
      }
      home.change(changed, removed, articles.values());
    } else {
      home.replace(articles.values());
    }
    state = new State(reading, Shelf.of(articles.values(), reading));
  }

  private static Map<String, Analysed> analyse(
      Library library, Reading reading, Map<String, Analysed> known) {
    var articles = new HashMap<String, Analysed>();
    for (var article : library.in(reading.language())) {
      var before = known.get(article.id());
      var unchanged = before != null && before.article().equals(article);
      articles.put(article.id(), unchanged ? before : reading.analyse(article));
    }
    return articles;
  }

  /** The articles as they are compared. */
  public Shelf shelf() {
    return state.shelf();
  }

  /** How text is read now. */
  public Reading reading() {
    return state.reading();
  }

  /**
   * The ids that have most in common with a question, best first, and behind them the articles of
   * what it means.
   */
  public List<Candidate> candidates(Query question, int limit) {
    var candidates = new ArrayList<>(alike(question.terms(), limit));
    var meant = new HashSet<>(shelf().meant(question));
    candidates.forEach(candidate -> meant.remove(candidate.id()));
    meant.stream().sorted().map(id -> new Candidate(id, 0)).forEach(candidates::add);
    return candidates;
  }

  /** The ids that have most in common with a question, as Lucene says, best first. */
  public List<Candidate> alike(Terms question, int limit) {
    return home.candidates(question, limit);
  }

  /** Why the index is not on disk; empty where it is, or was not meant to be. */
  public Optional<String> fallback() {
    return home.fallback();
  }

  @Override
  public void close() {
    home.close();
  }
}
