package deskbell.knowledge.index;

import deskbell.knowledge.ranking.Analysed;
import deskbell.knowledge.text.LuceneLog;
import deskbell.knowledge.text.Terms;
import java.io.IOException;
import java.util.Collection;
import java.util.List;
import org.apache.lucene.document.BinaryDocValuesField;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.StringField;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.Term;
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

  /** The column of the articles' ids. */
  static final String ID = "ID";

  static {
    LuceneLog.errorsOnly();
  }

  private final Directory directory;
  private final IndexWriter writer;
  private volatile Impacts impacts;

  private ArticleIndex(Directory directory, IndexWriter writer) {
    this.directory = directory;
    this.writer = writer;
  }

  /** Opens an index and makes its content exactly these articles. */
  static ArticleIndex build(Directory directory, Collection<Analysed> articles) throws IOException {
    var config = new IndexWriterConfig(null).setOpenMode(IndexWriterConfig.OpenMode.CREATE);
    var writer = new IndexWriter(directory, config);
    try {
      for (var article : articles) {
        writer.addDocument(document(article));
      }
      var index = new ArticleIndex(directory, writer);
      index.commit();
      return index;
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
    commit();
  }

  /** Puts articles in, replaces those of the same id, and takes others out. */
  void change(Collection<Analysed> changed, Collection<String> removed) throws IOException {
    for (var article : changed) {
      writer.updateDocument(new Term(ID, article.article().id()), document(article));
    }
    for (var id : removed) {
      writer.deleteDocuments(new Term(ID, id));
    }
    commit();
  }

  private void commit() throws IOException {
    writer.commit();
    try (var reader = DirectoryReader.open(writer)) {
      impacts = Impacts.of(reader);
    }
  }

  /** The articles that have most in common with a question, best first. */
  List<Candidate> candidates(Terms question, int limit) {
    return impacts.best(question, limit);
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
        writer) {
      LOG.debug("closing {}", directory);
    } catch (IOException | AlreadyClosedException failed) {
      LOG.warn("an index was not closed in order; it is built anew at the next start", failed);
    }
  }
}
