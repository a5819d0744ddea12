package deskbell.knowledge.ranking;

import deskbell.knowledge.Question;
import deskbell.knowledge.text.Mention;
import deskbell.knowledge.text.Spelling;
import deskbell.knowledge.text.Terms;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;

/**
 * Every article of one language, laid out for comparison: an immutable snapshot that a publication
 * replaces. Any thread.
 */
public final class Shelf {
  private final Reading reading;
  private final Lexicons lexicons;
  private final Map<String, Profile> profiles;
  private final Phrasings phrasings;
  private final Spelling spelling;
  private final Map<String, Set<String>> byIntent;

  private Shelf(
      Reading reading,
      Lexicons lexicons,
      Map<String, Profile> profiles,
      Phrasings phrasings,
      Spelling spelling) {
    this.reading = reading;
    this.lexicons = lexicons;
    this.profiles = Map.copyOf(profiles);
    this.phrasings = phrasings;
    this.spelling = spelling;
    this.byIntent = byIntent(profiles);
  }

  private static Map<String, Set<String>> byIntent(Map<String, Profile> profiles) {
    var byIntent = new HashMap<String, Set<String>>();
    profiles.forEach(
        (id, profile) ->
            profile
                .source()
                .article()
                .intent()
                .ifPresent(name -> byIntent.computeIfAbsent(name, _ -> new HashSet<>()).add(id)));
    return byIntent;
  }

  /** The terms of all articles, by kind. */
  record Lexicons(Lexicon concepts, Lexicon words, Lexicon grams) {
    static Lexicons of(Collection<Analysed> articles) {
      return new Lexicons(
          Lexicon.of(articles.stream().map(a -> a.distinct(Terms::concepts)).toList()),
          Lexicon.of(articles.stream().map(a -> a.distinct(Terms::words)).toList()),
          Lexicon.of(articles.stream().map(a -> a.distinct(Terms::grams)).toList()));
    }
  }

  /** Lays out the articles of one language. */
  public static Shelf of(Collection<Analysed> articles, Reading reading) {
    var lexicons = Lexicons.of(articles);
    var profiles = new HashMap<String, Profile>();
    var texts = new ArrayList<Terms>();
    for (var article : articles) {
      profiles.put(article.article().id(), Profile.of(article, texts.size(), lexicons));
      texts.addAll(article.phrasings());
    }
    var phrasings = Phrasings.of(texts, lexicons);
    return new Shelf(reading, lexicons, profiles, phrasings, spelling(articles, reading));
  }

  private static Spelling spelling(Collection<Analysed> articles, Reading reading) {
    var words = new HashSet<>(reading.synonyms().singleTerms());
    for (var article : articles) {
      words.addAll(article.distinct(Terms::words));
      words.addAll(article.answer().words());
    }
    return new Spelling(words, word -> words.contains(word) || reading.topics().knowsWord(word));
  }

  /** Reads a question. */
  public Query query(Question question) {
    var terms = reading.analysis().terms(question.text(), spelling::mend);
    return new Query(terms, reading.topics().of(terms), question.intents(), lexicons);
  }

  /** The concepts of a question, each with the words that stand for it. */
  public List<Mention> mentions(Question question) {
    return reading.analysis().mentions(question.text(), spelling::mend);
  }

  /** The same of an article's text, which is spelt as it stands. */
  public List<Mention> mentions(String text) {
    return reading.analysis().mentions(text, UnaryOperator.identity());
  }

  /** The article of an id, analysed. */
  public Optional<Analysed> find(String id) {
    return Optional.ofNullable(profiles.get(id)).map(Profile::source);
  }

  /** The articles of what a question means, though they may have no word of it. */
  public Set<String> meant(Query query) {
    return query.meaning().map(intent -> byIntent.getOrDefault(intent, Set.of())).orElse(Set.of());
  }

  /** Every article's id. */
  public Set<String> ids() {
    return profiles.keySet();
  }

  /** One article, laid out; empty where the shelf does not hold it. */
  Optional<Profile> profile(String id) {
    return Optional.ofNullable(profiles.get(id));
  }

  /** How like a question every phrasing of the shelf is. */
  Phrasings.Likeness likeness(Query query) {
    return phrasings.to(query);
  }

  /** Compares a question with an article of this shelf, for training. */
  public Features compare(Query query, String id) {
    return Comparison.of(query, profiles.get(id), likeness(query));
  }

  /** Compares a question with an article as it would be laid out here, for training. */
  public Features compare(Query query, Analysed article) {
    var alike = Phrasings.of(article.phrasings(), lexicons).to(query);
    return Comparison.of(query, Profile.of(article, 0, lexicons), alike);
  }

  /** What tells whether the best of a ranking answers; the ranking must not be empty. */
  public Signs signs(Query query, List<Ranked> ranking) {
    return Signs.of(query, ranking, reading.topics().foreign(query.topics()));
  }

  /** Every article with its parts, by id. */
  public Map<String, Analysed> articles() {
    var articles = new HashMap<String, Analysed>();
    profiles.forEach((id, profile) -> articles.put(id, profile.source()));
    return articles;
  }
}
