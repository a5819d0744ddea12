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
  private float nearestConcepts;
  private float nearestWords;
  private float nearestGrams;
  private float covered;
  private float covering;
  private float nearestTopics;

  private Comparison(Query query, Profile profile) {
    this.query = query;
    this.profile = profile;
  }

  /** The features of a question and an article. */
  static Features of(Query query, Profile profile) {
    return new Comparison(query, profile).features();
  }

  private Features features() {
    var likeness = new float[Math.max(NEAREST, profile.phrasings().size())];
    for (var i = 0; i < profile.phrasings().size(); i++) {
      likeness[i] = likeness(profile.phrasings().get(i));
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
        share(query.concepts().common(profile.answer()), query.concepts().bag()),
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

  private float likeness(Profile.Phrasing phrasing) {
    var concepts = query.concepts().cosine(phrasing.concepts());
    var words = query.words().cosine(phrasing.words());
    var grams = query.grams().cosine(phrasing.grams());
    nearestConcepts = Math.max(nearestConcepts, concepts);
    nearestWords = Math.max(nearestWords, words);
    nearestGrams = Math.max(nearestGrams, grams);
    var common = query.concepts().common(phrasing.concepts());
    covered = Math.max(covered, share(common, query.concepts().bag()));
    covering = Math.max(covering, share(common, phrasing.concepts()));
    nearestTopics = Math.max(nearestTopics, query.topics().affinity(phrasing.topics()));
    return CONCEPTS * concepts + WORDS * words + GRAMS * grams;
  }

  private static float share(float weight, Bag of) {
    return of.sum() == 0 ? 0 : weight / of.sum();
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
