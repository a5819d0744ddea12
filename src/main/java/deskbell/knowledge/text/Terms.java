package deskbell.knowledge.text;

import java.util.List;

/**
 * What a text consists of, in the order of the text and with repetitions.
 *
 * @param words stems or segmented words without stop words, codes kept whole
 * @param concepts the same with synonyms brought to one name: {@code money back} is {@code refund}
 * @param grams neighbouring characters, which forgive spelling and segmentation
 */
public record Terms(List<String> words, List<String> concepts, List<String> grams) {
  public Terms {
    words = List.copyOf(words);
    concepts = List.copyOf(concepts);
    grams = List.copyOf(grams);
  }
}
