/**
 * Which article answers, and how sure that is. Lucene proposes candidates; here each is compared
 * with the question by a handful of scale-free features, weighed by a small model that {@code
 * deskbell.training} fits, and the best one's confidence is calibrated. Pure computation on
 * immutable snapshots; any thread.
 */
package deskbell.knowledge.ranking;
