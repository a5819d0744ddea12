package deskbell.neural;

/**
 * A text that the model wrote.
 *
 * @param score the mean logarithm of a token's probability, 0 or below
 * @param tokens that were written, the end among them
 * @param whole whether it came to its end within the limits
 */
public record Written(String text, double score, int tokens, boolean whole) {}
