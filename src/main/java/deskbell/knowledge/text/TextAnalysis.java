package deskbell.knowledge.text;

import deskbell.conversation.Language;
import java.util.List;
import java.util.function.UnaryOperator;

/** Turns text of one language into terms. Any thread. */
public interface TextAnalysis {
  /**
   * The terms of a text.
   *
   * @param mend replaces a misspelt stem by the right one; gives back every other as it is
   */
  Terms terms(String text, UnaryOperator<String> mend);

  /**
   * The concepts of a text, in its order, each with the words that stand for it.
   *
   * @param mend as for {@link #terms(String, UnaryOperator)}
   */
  List<Mention> mentions(String text, UnaryOperator<String> mend);

  /** The terms of a text that is spelt as it stands: a phrasing or answer. */
  default Terms terms(String text) {
    return terms(text, UnaryOperator.identity());
  }

  /** The analysis of a language with these synonyms. */
  static TextAnalysis of(Language language, Synonyms synonyms) {
    return switch (language) {
      case EN -> new EnglishAnalysis(synonyms);
      case ZH -> new ChineseAnalysis(synonyms);
    };
  }
}
