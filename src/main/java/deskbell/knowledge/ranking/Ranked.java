package deskbell.knowledge.ranking;

/**
 * An article compared with a question.
 *
 * @param share of the belief that is spread over all candidates, 0 to 1
 */
public record Ranked(String id, Features features, double score, double share) {}
