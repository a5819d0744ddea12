package deskbell.knowledge.index;

/**
 * An article that Lucene proposes.
 *
 * @param score Lucene's, comparable within one search only
 */
public record Candidate(String id, float score) {}
