package deskbell.knowledge.phrases;

import deskbell.conversation.Language;
import deskbell.conversation.Unavailable;
import deskbell.knowledge.text.LuceneLog;
import deskbell.knowledge.text.Synonyms;
import deskbell.knowledge.text.TermStream;
import deskbell.knowledge.text.Terms;
import deskbell.knowledge.text.TextAnalysis;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.apache.lucene.document.BinaryDocValuesField;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.FieldType;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexOptions;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.ReaderUtil;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.store.ByteBuffersDirectory;
import org.apache.lucene.util.BytesRef;

/** The phrases of one language by their words and characters. Any thread. */
public final class PhraseIndex implements AutoCloseable {
  private static final String WORDS = "W";
  private static final String GRAMS = "G";
  private static final String LABEL = "L";

  /** What a character gram counts beside a word. */
  private static final float GRAM_WEIGHT = 0.3f;

  /** Terms of a kind that a text is searched by; a longer one says no more. */
  private static final int MOST_TERMS = 120;

  private static final FieldType TYPE = new FieldType();

  static {
    LuceneLog.errorsOnly();
    TYPE.setTokenized(true);
    TYPE.setIndexOptions(IndexOptions.DOCS_AND_FREQS);
    TYPE.freeze();
  }

  private final TextAnalysis analysis;
  private final DirectoryReader reader;
  private final IndexSearcher searcher;

  /** A phrase's label, and how much it has in common with the text (BM25, above 0). */
  public record Near(String label, double likeness) {}

  private PhraseIndex(TextAnalysis analysis, DirectoryReader reader) {
    this.analysis = analysis;
    this.reader = reader;
    searcher = new IndexSearcher(reader);
    searcher.setQueryCache(null);
  }

  /** Indexes phrases of one language. Blocks for some seconds where they are many. */
  public static PhraseIndex of(Language language, Collection<Phrase> phrases) {
    var analysis = TextAnalysis.of(language, Synonyms.NONE);
    var directory = new ByteBuffersDirectory();
    try {
      try (var writer = new IndexWriter(directory, new IndexWriterConfig(null))) {
        for (var phrase : phrases) {
          writer.addDocument(document(analysis.terms(phrase.text()), phrase.label()));
        }
        writer.forceMerge(1);
      }
      return new PhraseIndex(analysis, DirectoryReader.open(directory));
    } catch (IOException failed) {
      throw new Unavailable("phrases cannot be indexed in memory", failed);
    }
  }

  private static Document document(Terms terms, String label) {
    var document = new Document();
    document.add(new Field(WORDS, new TermStream(terms.words()), TYPE));
    document.add(new Field(GRAMS, new TermStream(terms.grams()), TYPE));
    document.add(new BinaryDocValuesField(LABEL, new BytesRef(label)));
    return document;
  }

  /** The phrases nearest to a text, nearest first. */
  public List<Near> nearest(String text, int most) {
    var terms = analysis.terms(text);
    var query = new BooleanQuery.Builder();
    add(WORDS, terms.words(), 1, query);
    add(GRAMS, terms.grams(), GRAM_WEIGHT, query);
    try {
      var near = new ArrayList<Near>();
      for (var hit : searcher.search(query.build(), most).scoreDocs) {
        near.add(new Near(label(hit.doc), hit.score));
      }
      return near;
    } catch (IOException failed) {
      throw new Unavailable("phrases cannot be searched", failed);
    }
  }

  private static void add(
      String field, List<String> terms, float weight, BooleanQuery.Builder query) {
    terms.stream()
        .distinct()
        .limit(MOST_TERMS)
        .map(term -> new BoostQuery(new TermQuery(new Term(field, term)), weight))
        .forEach(match -> query.add(match, BooleanClause.Occur.SHOULD));
  }

  private String label(int document) throws IOException {
    var leaves = reader.leaves();
    var leaf = leaves.get(ReaderUtil.subIndex(document, leaves));
    var labels = leaf.reader().getBinaryDocValues(LABEL);
    if (!labels.advanceExact(document - leaf.docBase)) {
      throw new IOException("document " + document + " has no label");
    }
    return labels.binaryValue().utf8ToString();
  }

  @Override
  public void close() {
    try {
      reader.close();
    } catch (IOException failed) {
      throw new Unavailable("phrases cannot be closed", failed);
    }
  }
}
