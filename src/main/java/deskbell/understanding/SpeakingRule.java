package deskbell.understanding;

import java.util.List;

/**
 * From where an answer is said shorter.
 *
 * @param weights of the signs by which the part of an answer is found that is asked for
 * @param found the chance from which that part is said instead of the whole
 * @param sure the mean logarithm of a token's probability from which the Transformer's own words
 *     are said instead of that part
 */
public record SpeakingRule(List<Double> weights, double found, double sure) {
  public SpeakingRule {
    weights = List.copyOf(weights);
  }
}
