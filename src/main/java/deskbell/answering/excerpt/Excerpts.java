package deskbell.answering.excerpt;

import deskbell.conversation.Language;
import deskbell.knowledge.text.Synonyms;
import deskbell.knowledge.text.TextAnalysis;
import deskbell.neural.Sentences;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * Finds what an answer holds on a question: compares the question with each part of the answer, a
 * sentence or a point with what its list is about, by shared terms, by what a model makes of both,
 * and by the kinds of values that are asked for. Blocks as long as the model computes.
 */
public final class Excerpts {
  /**
   * The parts of an answer, each compared with the question.
   *
   * @param parts the places of each one's sentences
   */
  public record Compared(List<List<Integer>> parts, List<Signs> signs) {
    public Compared {
      parts = List.copyOf(parts);
      signs = List.copyOf(signs);
    }
  }

  private final Map<Language, TextAnalysis> analyses = new EnumMap<>(Language.class);
  private final Scorer likelihoods;
  private final Scorer overlaps;
  private final Scorer asked;

  /**
   * Finds by these.
   *
   * @param synonyms words that are taken for one another
   * @param likelihoods the mean logarithm of a token's probability in the question after a text
   * @param overlaps how much of what the question may mean a text may mean too, from 0 to 1
   * @param asked how strongly the question asks for the kinds of values that a text states
   */
  public Excerpts(
      Map<Language, Synonyms> synonyms, Scorer likelihoods, Scorer overlaps, Scorer asked) {
    this.likelihoods = likelihoods;
    this.overlaps = overlaps;
    this.asked = asked;
    for (var language : Language.values()) {
      analyses.put(language, TextAnalysis.of(language, synonyms.get(language)));
    }
  }

  /** Compares a question with every part of an answer. */
  public Compared compare(Language language, String question, Sentences answer) {
    var parts = answer.parts();
    var texts = parts.stream().map(answer::readOut).toList();
    var analysis = analyses.get(language);
    var signs =
        Signs.of(
            analysis.terms(question),
            texts.stream().map(analysis::terms).toList(),
            likelihoods.scores(question, texts),
            overlaps.scores(question, texts),
            asked.scores(question, texts));
    return new Compared(parts, signs);
  }
}
