/**
 * The knowledge base: articles from files and edits in, ranked passages with calibrated confidence
 * out. Records and {@link deskbell.knowledge.Library} snapshots are immutable and go anywhere; what
 * blocks for disk or index says so and belongs on a worker.
 */
package deskbell.knowledge;
