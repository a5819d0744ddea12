package deskbell.knowledge.index;

import deskbell.knowledge.index.Impacts.Postings;
import java.io.IOException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.MultiBits;
import org.apache.lucene.index.MultiDocValues;
import org.apache.lucene.index.MultiTerms;
import org.apache.lucene.index.PostingsEnum;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.search.CollectionStatistics;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.TermStatistics;
import org.apache.lucene.util.Bits;
import org.apache.lucene.util.BytesRef;

/** Reads one field's postings off an index, scored as Lucene's own term query scores them. */
final class FieldImpacts {
  private final IndexSearcher searcher;
  private final ArticleField field;
  private final Bits live;
  private final long[] norms;
  private final CollectionStatistics statistics;
  private PostingsEnum postings;

  FieldImpacts(IndexSearcher searcher, ArticleField field) throws IOException {
    this.searcher = searcher;
    this.field = field;
    this.live = MultiBits.getLiveDocs(searcher.getIndexReader());
    this.norms = norms(searcher.getIndexReader(), field.name());
    this.statistics = searcher.collectionStatistics(field.name());
  }

  private static long[] norms(IndexReader reader, String field) throws IOException {
    var norms = new long[reader.maxDoc()];
    var column = MultiDocValues.getNormValues(reader, field);
    for (var article = 0; column != null && article < norms.length; article++) {
      norms[article] = column.advanceExact(article) ? column.longValue() : 1;
    }
    return norms;
  }

  /** Every term of the field that some article has. */
  Map<String, Postings> byTerm() throws IOException {
    var byTerm = new HashMap<String, Postings>();
    var terms = MultiTerms.getTerms(searcher.getIndexReader(), field.name());
    if (terms != null) {
      var each = terms.iterator();
      for (var term = each.next(); term != null; term = each.next()) {
        byTerm.put(term.utf8ToString(), scored(term, each));
      }
    }
    return byTerm;
  }

  private Postings scored(BytesRef term, TermsEnum each) throws IOException {
    var scorer =
        searcher
            .getSimilarity()
            .scorer(
                field.weight(),
                statistics,
                new TermStatistics(
                    BytesRef.deepCopyOf(term), each.docFreq(), each.totalTermFreq()));
    var articles = new int[each.docFreq()];
    var scores = new float[each.docFreq()];
    var count = 0;
    postings = each.postings(postings, PostingsEnum.FREQS);
    for (var article = postings.nextDoc();
        article != DocIdSetIterator.NO_MORE_DOCS;
        article = postings.nextDoc()) {
      if (live == null || live.get(article)) {
        articles[count] = article;
        scores[count++] = scorer.score(postings.freq(), norms[article]);
      }
    }
    return new Postings(Arrays.copyOf(articles, count), Arrays.copyOf(scores, count));
  }
}
