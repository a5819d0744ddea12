package deskbell.neural;

import java.util.List;

/**
 * What the model wrote in parts.
 *
 * @param score the mean logarithm of a token's probability, 0 or below
 * @param whole whether it came to its end within the limits
 */
public record Marked(List<Part> parts, double score, boolean whole) {
  public Marked {
    parts = List.copyOf(parts);
  }
}
