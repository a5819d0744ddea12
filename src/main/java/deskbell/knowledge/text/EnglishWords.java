package deskbell.knowledge.text;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.core.WhitespaceTokenizer;
import org.apache.lucene.analysis.en.KStemFilter;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;

/**
 * English stems, stop words included. Contractions are opened ({@code isn't} is {@code is not}, so
 * that a negation is a word of its own) and possessives dropped. KStem was chosen by measurement:
 * Porter's stemmers throw customer, customs and custom together, account and accountant too.
 */
final class EnglishWords {
  private static final Map<String, List<String>> OPENED =
      Map.ofEntries(
          Map.entry("cant", List.of("can", "not")),
          Map.entry("cannot", List.of("can", "not")),
          Map.entry("can't", List.of("can", "not")),
          Map.entry("wont", List.of("will", "not")),
          Map.entry("won't", List.of("will", "not")),
          Map.entry("dont", List.of("do", "not")),
          Map.entry("doesnt", List.of("does", "not")),
          Map.entry("didnt", List.of("did", "not")),
          Map.entry("isnt", List.of("is", "not")),
          Map.entry("arent", List.of("are", "not")),
          Map.entry("wasnt", List.of("was", "not")),
          Map.entry("hasnt", List.of("has", "not")),
          Map.entry("havent", List.of("have", "not")),
          Map.entry("hadnt", List.of("had", "not")),
          Map.entry("couldnt", List.of("could", "not")),
          Map.entry("wouldnt", List.of("would", "not")),
          Map.entry("shouldnt", List.of("should", "not")),
          Map.entry("whats", List.of("what")),
          Map.entry("wheres", List.of("where")),
          Map.entry("hows", List.of("how")),
          Map.entry("whens", List.of("when")),
          Map.entry("whos", List.of("who")),
          Map.entry("thats", List.of("that")),
          Map.entry("theres", List.of("there")),
          Map.entry("im", List.of("i")),
          Map.entry("ive", List.of("i", "have")),
          Map.entry("u", List.of("you")),
          Map.entry("ur", List.of("your")),
          Map.entry("pls", List.of("please")),
          Map.entry("plz", List.of("please")));

  private static final Analyzer STEMMER =
      new Analyzer() {
        @Override
        protected TokenStreamComponents createComponents(String field) {
          var source = new WhitespaceTokenizer();
          return new TokenStreamComponents(source, new KStemFilter(source));
        }
      };

  private EnglishWords() {}

  /** The stems of a normal text, in order. */
  static List<String> stems(String normal) {
    return stemmed(words(normal));
  }

  /** The stem of each word. */
  static List<String> stemmed(List<String> words) {
    return words.isEmpty() ? words : stem(String.join(" ", words));
  }

  /** The words of a normal text, in order. */
  static List<String> words(String normal) {
    var words = new ArrayList<String>();
    for (var run : Scanner.scan(normal)) {
      switch (run.kind()) {
        case WORD -> open(run.text(), words);
        case CODE, HAN -> words.add(run.text());
      }
    }
    return words;
  }

  private static void open(String word, List<String> into) {
    var opened = OPENED.get(word);
    if (opened != null) {
      into.addAll(opened);
      return;
    }
    if (word.endsWith("n't")) {
      into.add(word.substring(0, word.length() - 3));
      into.add("not");
      return;
    }
    var apostrophe = word.indexOf('\'');
    into.add(apostrophe > 0 ? word.substring(0, apostrophe) : word);
  }

  private static List<String> stem(String words) {
    var stems = new ArrayList<String>();
    try (TokenStream stream = STEMMER.tokenStream("", words)) {
      var term = stream.addAttribute(CharTermAttribute.class);
      stream.reset();
      while (stream.incrementToken()) {
        stems.add(term.toString());
      }
      stream.end();
    } catch (IOException impossible) {
      throw new UncheckedIOException("a text in memory was read", impossible);
    }
    return stems;
  }
}
