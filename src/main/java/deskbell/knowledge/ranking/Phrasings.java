package deskbell.knowledge.ranking;

import deskbell.knowledge.text.Terms;
import java.util.List;

/**
 * The phrasings of some articles, one after another, for comparing a question with all of them at
 * once. Immutable; any thread.
 */
record Phrasings(Overlaps concepts, Overlaps words, Overlaps grams) {
  /** Lays texts out over the lexicons of a shelf. */
  static Phrasings of(List<Terms> texts, Shelf.Lexicons lexicons) {
    return new Phrasings(
        overlaps(texts.stream().map(Terms::concepts).toList(), lexicons.concepts()),
        overlaps(texts.stream().map(Terms::words).toList(), lexicons.words()),
        overlaps(texts.stream().map(Terms::grams).toList(), lexicons.grams()));
  }

  private static Overlaps overlaps(List<List<String>> texts, Lexicon lexicon) {
    return new Overlaps(texts.stream().map(lexicon::bag).toList(), lexicon.size());
  }

  /** How like a question each phrasing is. */
  static final class Likeness {
    private final float[] concepts;
    private final float[] words;
    private final float[] grams;
    private final float[] common;

    private Likeness(Phrasings phrasings, Query query) {
      var asked = query.concepts().bag();
      this.concepts = phrasings.concepts.cosines(asked);
      this.words = phrasings.words.cosines(query.words());
      this.grams = phrasings.grams.cosines(query.grams());
      this.common = phrasings.concepts.common(asked);
    }

    /** The cosine of concepts. */
    float concepts(int phrasing) {
      return concepts[phrasing];
    }

    /** The cosine of words. */
    float words(int phrasing) {
      return words[phrasing];
    }

    /** The cosine of character grams. */
    float grams(int phrasing) {
      return grams[phrasing];
    }

    /** The weight of the concepts that question and phrasing have both. */
    float common(int phrasing) {
      return common[phrasing];
    }
  }

  /** Compares a question with every phrasing. */
  Likeness to(Query query) {
    return new Likeness(this, query);
  }
}
