package deskbell.knowledge.index;

import deskbell.knowledge.text.Terms;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.MultiBits;
import org.apache.lucene.index.MultiDocValues;
import org.apache.lucene.search.IndexSearcher;

/**
 * What every term of an index adds to Lucene's score of each article that has it: a snapshot in
 * memory, laid out when the index changes. A question has some fifty clauses (its terms times the
 * fields); weighing, opening and walking as many postings costs Lucene a hundred times what adding
 * up numbers does that are known beforehand. Immutable; any thread.
 */
final class Impacts {
  private final Map<ArticleField, Map<String, Postings>> fields;
  private final String[] ids;

  private Impacts(Map<ArticleField, Map<String, Postings>> fields, String[] ids) {
    this.fields = fields;
    this.ids = ids;
  }

  /** The articles that have a term, by number, and what it adds to the score of each. */
  static final class Postings {
    private final int[] articles;
    private final float[] scores;

    Postings(int[] articles, float[] scores) {
      this.articles = articles;
      this.scores = scores;
    }

    private void addTo(double[] sums) {
      for (var i = 0; i < articles.length; i++) {
        sums[articles[i]] += scores[i];
      }
    }
  }

  /** Lays an index out. */
  static Impacts of(IndexReader reader) throws IOException {
    var searcher = new IndexSearcher(reader);
    var fields = new EnumMap<ArticleField, Map<String, Postings>>(ArticleField.class);
    for (var field : ArticleField.values()) {
      fields.put(field, new FieldImpacts(searcher, field).byTerm());
    }
    return new Impacts(fields, ids(reader));
  }

  private static String[] ids(IndexReader reader) throws IOException {
    var ids = new String[reader.maxDoc()];
    var column = MultiDocValues.getBinaryValues(reader, ArticleIndex.ID);
    var live = MultiBits.getLiveDocs(reader);
    for (var article = 0; article < ids.length; article++) {
      if ((live == null || live.get(article)) && column.advanceExact(article)) {
        ids[article] = column.binaryValue().utf8ToString();
      }
    }
    return ids;
  }

  /** The articles of the highest scores, best first. */
  List<Candidate> best(Terms question, int limit) {
    var sums = new double[ids.length];
    fields.forEach(
        (field, postings) -> {
          for (var term : new HashSet<>(field.terms(question))) {
            var found = postings.get(term);
            if (found != null) {
              found.addTo(sums);
            }
          }
        });
    return best(sums, limit);
  }

  private List<Candidate> best(double[] sums, int limit) {
    var ranked = new long[sums.length];
    var count = 0;
    for (var article = 0; article < sums.length; article++) {
      if (sums[article] > 0) {
        ranked[count++] = rank((float) sums[article], article);
      }
    }
    Arrays.sort(ranked, 0, count);
    var best = new ArrayList<Candidate>(Math.min(limit, count));
    for (var i = count - 1; i >= Math.max(0, count - limit); i--) {
      var article = Integer.MAX_VALUE - (int) ranked[i];
      best.add(new Candidate(ids[article], Float.intBitsToFloat((int) (ranked[i] >>> 32))));
    }
    return best;
  }

  /** Sorts by score, which is positive, and among equals the earlier article higher. */
  private static long rank(float score, int article) {
    return (long) Float.floatToIntBits(score) << 32 | (Integer.MAX_VALUE - article);
  }
}
