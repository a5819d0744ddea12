package deskbell.knowledge.index;

import deskbell.knowledge.ranking.Analysed;
import deskbell.knowledge.text.Terms;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.logging.Level;
import org.apache.lucene.document.BinaryDocValuesField;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.StringField;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.ReaderUtil;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.SearcherFactory;
import org.apache.lucene.search.SearcherManager;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.store.AlreadyClosedException;
import org.apache.lucene.store.Directory;
import org.apache.lucene.util.BytesRef;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The index of one language's articles, one document each. Searching is safe from any thread;
 * changes come from one thread at a time and are seen by the next search.
 */
final class ArticleIndex implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(ArticleIndex.class);
  private static final String ID = "ID";

  /** Lucene's own logger; kept here, or the level set below would be forgotten. */
  private static final java.util.logging.Logger LUCENE =
      java.util.logging.Logger.getLogger("org.apache.lucene");

  /** Hardly a question comes twice, and {@code SearchCache} knows those. */
  private static final SearcherFactory UNCACHED =
      new SearcherFactory() {
        @Override
        public IndexSearcher newSearcher(IndexReader reader, IndexReader before) {
          var searcher = new IndexSearcher(reader);
          searcher.setQueryCache(null);
          return searcher;
        }
      };

  static {
    // its advice to enable an incubating module is nothing that an operator can act on
    LUCENE.setLevel(Level.SEVERE);
  }

  private final Directory directory;
  private final IndexWriter writer;
  private final SearcherManager searchers;

  private ArticleIndex(Directory directory, IndexWriter writer, SearcherManager searchers) {
    this.directory = directory;
    this.writer = writer;
    this.searchers = searchers;
  }

  /** Opens an index and makes its content exactly these articles. */
  static ArticleIndex build(Directory directory, Collection<Analysed> articles) throws IOException {
    var config = new IndexWriterConfig(null).setOpenMode(IndexWriterConfig.OpenMode.CREATE);
    var writer = new IndexWriter(directory, config);
    try {
      for (var article : articles) {
        writer.addDocument(document(article));
      }
      writer.commit();
      return new ArticleIndex(directory, writer, new SearcherManager(writer, UNCACHED));
    } catch (IOException | RuntimeException failed) {
      writer.rollback();
      throw failed;
    }
  }

  /** Makes the content exactly these articles; searches see all of it at once or none. */
  void replace(Collection<Analysed> articles) throws IOException {
    writer.deleteAll();
    for (var article : articles) {
      writer.addDocument(document(article));
    }
    writer.commit();
    searchers.maybeRefreshBlocking();
  }

  /** Puts articles in, replaces those of the same id, and takes others out. */
  void change(Collection<Analysed> changed, Collection<String> removed) throws IOException {
    for (var article : changed) {
      writer.updateDocument(new Term(ID, article.article().id()), document(article));
    }
    for (var id : removed) {
      writer.deleteDocuments(new Term(ID, id));
    }
    writer.commit();
    searchers.maybeRefreshBlocking();
  }

  /** The articles that have most in common with a question, best first. */
  List<Candidate> candidates(Terms question, int limit) throws IOException {
    var searcher = searchers.acquire();
    try {
      var hits = searcher.search(query(question), limit).scoreDocs;
      var leaves = searcher.getIndexReader().leaves();
      var candidates = new ArrayList<Candidate>(hits.length);
      for (var hit : hits) {
        var leaf = leaves.get(ReaderUtil.subIndex(hit.doc, leaves));
        candidates.add(new Candidate(id(leaf, hit.doc - leaf.docBase), hit.score));
      }
      return candidates;
    } finally {
      searchers.release(searcher);
    }
  }

  /** Read from a column: a stored field would be unpacked with all its neighbours. */
  private static String id(LeafReaderContext leaf, int document) throws IOException {
    var ids = leaf.reader().getBinaryDocValues(ID);
    if (!ids.advanceExact(document)) {
      throw new IOException("document " + document + " has no id");
    }
    return ids.binaryValue().utf8ToString();
  }

  private static Query query(Terms question) {
    var query = new BooleanQuery.Builder();
    for (var field : ArticleField.values()) {
      for (var term : new HashSet<>(field.terms(question))) {
        var match = new TermQuery(new Term(field.name(), term));
        query.add(new BoostQuery(match, field.weight()), BooleanClause.Occur.SHOULD);
      }
    }
    return query.build();
  }

  private static Document document(Analysed article) {
    var document = new Document();
    document.add(new StringField(ID, article.article().id(), Field.Store.NO));
    document.add(new BinaryDocValuesField(ID, new BytesRef(article.article().id())));
    for (var field : ArticleField.values()) {
      document.add(field.of(article));
    }
    return document;
  }

  /** Closes everything, whatever state a failed disk has left the writer in. */
  @Override
  public void close() {
    try (directory;
        writer;
        searchers) {
      LOG.debug("closing {}", directory);
    } catch (IOException | AlreadyClosedException failed) {
      LOG.warn("an index was not closed in order; it is built anew at the next start", failed);
    }
  }
}
