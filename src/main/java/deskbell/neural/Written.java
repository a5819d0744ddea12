package deskbell.neural;

/**
 * A text that the model wrote.
 *
 * @param score the mean logarithm of a token's probability, 0 or below
 * @param whole whether it came to its end within the limits
 */
public record Written(String text, double score, boolean whole) {}
