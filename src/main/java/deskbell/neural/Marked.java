package deskbell.neural;

import java.util.List;

/**
 * What the model wrote in parts.
 *
 * @param likelihood the logarithm of its probability, 0 or below
 * @param whole whether it came to its end within the limits
 */
public record Marked(List<Part> parts, double likelihood, boolean whole) {
  public Marked {
    parts = List.copyOf(parts);
  }
}
