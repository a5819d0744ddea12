package deskbell.knowledge.ranking;

/**
 * What an article as a whole says of a question.
 *
 * @param bm25 as a share of its largest possible value
 * @param covered share of the question's concepts that any phrasing has
 * @param likelihood logarithm of how much likelier the article's words make the question, a concept
 */
record Evidence(float bm25, float covered, float likelihood) {
  /** BM25's saturation and length normalisation, and the length, in concepts, that is usual. */
  private static final float K1 = 1.2f;

  private static final float B = 0.75f;
  private static final float USUAL_LENGTH = 35;

  /** Dirichlet's smoothing of the likelihood, in concepts (Zhai and Lafferty 2004). */
  private static final float SMOOTHING = 60;

  /** The share of all concepts that a concept has which stands in every article. */
  private static final float DENSITY = 0.05f;

  /** A question of fewer concepts than this is not enough to be sure by. */
  private static final int FEW = 3;

  static Evidence of(Query query, Counts article) {
    var longer = K1 * (1 - B + B * article.length() / USUAL_LENGTH);
    var bm25 = 0f;
    var covered = 0f;
    var likelihood = 0.0;
    for (var i = 0; i < article.size(); i++) {
      var weight = query.concepts().weight(article.id(i));
      if (weight > 0) {
        var times = article.times(i);
        bm25 += weight * times / (times + longer);
        covered += times >= 1 ? weight : 0;
        likelihood += Math.log1p(times * Math.exp(weight) / (SMOOTHING * DENSITY));
      }
    }
    var size = query.size();
    likelihood += size * Math.log(SMOOTHING / (article.length() + SMOOTHING));
    var all = query.concepts().bag().sum();
    return all == 0
        ? new Evidence(0, 0, 0)
        : new Evidence(bm25 / all, covered / all, (float) (likelihood / Math.max(FEW, size) / FEW));
  }
}
