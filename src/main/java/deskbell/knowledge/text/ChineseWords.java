package deskbell.knowledge.text;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.cn.smart.HMMChineseTokenizer;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;

/** Words of Chinese text, found by Lucene's smartcn. */
final class ChineseWords {
  private static final Analyzer SEGMENTER =
      new Analyzer() {
        @Override
        protected TokenStreamComponents createComponents(String field) {
          return new TokenStreamComponents(new HMMChineseTokenizer());
        }
      };

  private ChineseWords() {}

  /** The words of a stretch of Han characters; together they are the stretch. */
  static List<String> of(String han) {
    var words = new ArrayList<String>();
    try (TokenStream stream = SEGMENTER.tokenStream("", han)) {
      var term = stream.addAttribute(CharTermAttribute.class);
      stream.reset();
      while (stream.incrementToken()) {
        words.add(term.toString());
      }
      stream.end();
    } catch (IOException impossible) {
      throw new UncheckedIOException("a text in memory was read", impossible);
    }
    return words;
  }
}
