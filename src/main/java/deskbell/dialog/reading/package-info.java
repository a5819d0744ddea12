/**
 * From flow files to flows: YAML is composed with the place of every node, read into the tree of
 * {@code deskbell.dialog.flow}, and then walked by checks that look at the flow as a graph.
 *
 * <p>Nothing stops at the first mistake: readers note a {@link deskbell.dialog.reading.Problem} and
 * go on, so that an editor sees all of them at once. A flow with a problem is never run.
 */
package deskbell.dialog.reading;
