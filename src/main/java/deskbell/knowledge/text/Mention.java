package deskbell.knowledge.text;

/**
 * A concept with the words of the text that stand for it.
 *
 * @param concept as in {@link Terms#concepts}
 * @param words as they were written, in lower case
 * @param form what is compared to tell whether two texts have the same words, whatever their
 *     endings
 */
public record Mention(String concept, String words, String form) {
  /** A word that stands for itself. */
  static Mention of(String word) {
    return new Mention(word, word, word);
  }
}
