/**
 * Owns the order of decisions: (conversation, message) → {@link deskbell.answering.Answer}.
 *
 * <p>A turn enters through {@link deskbell.answering.Mailboxes}, which keeps one conversation to
 * one turn at a time. {@link deskbell.answering.Answering} has it understood and searched for on
 * bounded workers, lets the pure {@link deskbell.answering.Decider} choose, plays the chosen flow,
 * and commits. The {@link deskbell.answering.Sweep} takes up turns that were lost on the way, and
 * the {@link deskbell.answering.Aftermath} tells what came of writes to the shop whose turn nobody
 * will answer any more. Everything here runs on event loops and returns futures, except what {@link
 * deskbell.answering.BoundedWorker} carries to its own threads.
 */
package deskbell.answering;
