/**
 * What editors learn from conversations: questions that were not answered or answered badly,
 * grouped into needs, and logged questions to try a change on. Pure; any thread.
 */
package deskbell.knowledge.review;
