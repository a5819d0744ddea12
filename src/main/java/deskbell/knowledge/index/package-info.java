/**
 * The Lucene indexes: one a language, in a folder or, where the disk fails, in memory. An index
 * proposes candidates for a question; {@link deskbell.knowledge.ranking} decides between them.
 * Everything here blocks for the disk and is used on a worker.
 */
package deskbell.knowledge.index;
