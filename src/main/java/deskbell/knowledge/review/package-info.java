/**
 * What editors learn from conversations: questions that were not answered or answered badly,
 * grouped into needs, logged questions to try a change on, and how often articles are used. Pure
 * but for {@link Bookkeeper}; any thread.
 */
package deskbell.knowledge.review;
