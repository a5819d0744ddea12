package deskbell.knowledge.index;

import deskbell.knowledge.ranking.Analysed;
import deskbell.knowledge.text.TermStream;
import deskbell.knowledge.text.Terms;
import java.util.List;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.FieldType;
import org.apache.lucene.index.IndexOptions;

/** The parts of an article that are indexed on their own, each with its weight in a search. */
enum ArticleField {
  /** The article's own question. */
  QUESTION(2.0f),
  /** Every other phrasing. */
  ALSO(1.6f),
  /** The answer. */
  ANSWER(0.4f),
  /** The tags. */
  TAGS(0.3f),
  /** All phrasings as written, without synonyms; here codes are found whole. */
  EXACT(0.8f),
  /** The answer as written. */
  ANSWER_EXACT(0.2f);

  private static final FieldType TYPE = new FieldType();

  static {
    TYPE.setTokenized(true);
    TYPE.setIndexOptions(IndexOptions.DOCS_AND_FREQS);
    TYPE.freeze();
  }

  private final float weight;

  ArticleField(float weight) {
    this.weight = weight;
  }

  /** What a match here counts. */
  float weight() {
    return weight;
  }

  /** The terms of a text that this field holds or is searched for. */
  List<String> terms(Terms text) {
    return switch (this) {
      case QUESTION, ALSO, ANSWER, TAGS -> text.concepts();
      case EXACT, ANSWER_EXACT -> text.words();
    };
  }

  /** The field of one article. */
  Field of(Analysed article) {
    var terms = texts(article).stream().map(this::terms).flatMap(List::stream).toList();
    return new Field(name(), new TermStream(terms), TYPE);
  }

  private List<Terms> texts(Analysed article) {
    var phrasings = article.phrasings();
    return switch (this) {
      case QUESTION -> phrasings.subList(0, 1);
      case ALSO -> phrasings.subList(1, phrasings.size());
      case ANSWER, ANSWER_EXACT -> List.of(article.answer());
      case TAGS -> List.of(article.tags());
      case EXACT -> phrasings;
    };
  }
}
