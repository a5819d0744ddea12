/**
 * Owns the order of decisions: (conversation, message) → {@link deskbell.answering.Answer}.
 *
 * <p>A turn enters through {@link deskbell.answering.Mailboxes}, which keeps one conversation to
 * one turn at a time. {@link deskbell.answering.Answering} has it understood and searched for on
 * bounded workers, lets the pure {@link deskbell.answering.Decider} choose, plays the chosen flow,
 * and commits. Everything here runs on event loops and returns futures, except what {@link
 * deskbell.answering.BoundedWorker} carries to its own threads.
 */
package deskbell.answering;
