/**
 * What the shop's own programs are told: signed requests about conversations that were handed over,
 * closed and rated.
 *
 * <p>The database writes a delivery for each webhook together with what happened, in the same
 * transaction; a worker on every server takes due ones under a lease, so that two servers do not
 * send one at a time, and tries again with growing pauses. A program may still be told twice: it
 * knows repetitions by the event's id. Signatures follow the Standard Webhooks specification.
 */
package deskbell.console.webhook;
