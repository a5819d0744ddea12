package deskbell.understanding;

/**
 * How follow-ups are rewritten.
 *
 * @param agreement what speaks for a rewriting beside the model
 * @param sure the logarithm of a rewriting's probability from which it is believed
 */
public record RewritingRule(KindAgreement agreement, double sure) {}
