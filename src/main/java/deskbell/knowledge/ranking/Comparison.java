package deskbell.knowledge.ranking;

import java.util.Arrays;

/** Compares a question with one article. One thread. */
final class Comparison {
  /** How the kinds of term make up likeness. */
  private static final float CONCEPTS = 0.5f;

  private static final float WORDS = 0.2f;
  private static final float GRAMS = 0.3f;

  /** The power of likeness that leaves only what is nearly the same. */
  private static final int SHARPNESS = 8;

  /** So many phrasings are averaged. */
  private static final int NEAREST = 3;

  /** Keeps the logarithm of an intent that is not among the likeliest finite. */
  private static final double UNLIKELY = 0.003;

  /** What logarithms are divided by, so that their weights are of the size of the others'. */
  private static final int LOGARITHMS = 4;

  private final Query query;
  private final Profile profile;
  private final Phrasings.Likeness alike;
  private float nearestConcepts;
  private float nearestWords;
  private float nearestGrams;
  private float covered;
  private float covering;
  private float nearestTopics;

  private Comparison(Query query, Profile profile, Phrasings.Likeness alike) {
    this.query = query;
    this.profile = profile;
    this.alike = alike;
  }

  /**
   * The features of a question and an article.
   *
   * @param alike the question's likeness to the phrasings that the article's are among
   */
  static Features of(Query query, Profile profile, Phrasings.Likeness alike) {
    return new Comparison(query, profile, alike).features();
  }

  private Features features() {
    var likeness = new float[Math.max(NEAREST, profile.phrasings().size())];
    for (var i = 0; i < profile.phrasings().size(); i++) {
      likeness[i] = likeness(profile.phrasings().get(i), profile.first() + i);
    }
    var question = likeness[0];
    var whole = Evidence.of(query, profile.whole());
    return new Features(
        nearestConcepts,
        nearestWords,
        nearestGrams,
        (float) Math.pow(nearestGrams, SHARPNESS),
        covered,
        covering,
        whole.covered(),
        share(query.concepts().common(profile.answer()), query.concepts().bag().sum()),
        average(likeness),
        question,
        whole.bm25(),
        whole.likelihood(),
        nearestTopics,
        query.topics().affinity(profile.topics()),
        query.topics().logSame(profile.topics()) / LOGARITHMS,
        intended());
  }

  private float intended() {
    var intent = profile.source().article().intent();
    var logarithm =
        query.understood() && intent.isPresent()
            ? Math.log(UNLIKELY + query.means(intent.get()))
            : query.topics().logSame(profile.topics());
    return (float) (logarithm / LOGARITHMS);
  }

  private float likeness(Profile.Phrasing phrasing, int number) {
    var concepts = alike.concepts(number);
    var words = alike.words(number);
    var grams = alike.grams(number);
    nearestConcepts = Math.max(nearestConcepts, concepts);
    nearestWords = Math.max(nearestWords, words);
    nearestGrams = Math.max(nearestGrams, grams);
    var common = alike.common(number);
    covered = Math.max(covered, share(common, query.concepts().bag().sum()));
    covering = Math.max(covering, share(common, phrasing.weight()));
    nearestTopics = Math.max(nearestTopics, query.topics().affinity(phrasing.topics()));
    return CONCEPTS * concepts + WORDS * words + GRAMS * grams;
  }

  private static float share(float weight, float of) {
    return of == 0 ? 0 : weight / of;
  }

  private static float average(float[] likeness) {
    Arrays.sort(likeness);
    var sum = 0f;
    for (var i = likeness.length - NEAREST; i < likeness.length; i++) {
      sum += likeness[i];
    }
    return sum / NEAREST;
  }
}
