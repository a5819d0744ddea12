/**
 * A conversation's way to a person and back: who waits, who takes whom, what agents write, and when
 * the bot answers again.
 *
 * <p>{@link deskbell.handoff.Rules} decides what may be done, purely. The store locks the
 * conversation's row, asks the rules how it stands now, and applies the change in the same
 * transaction: of two agents who want one shopper, the second finds the first. Every change of
 * hands raises the epoch, which fences off whatever the bot was about to say. {@link
 * deskbell.handoff.Desk} puts that together and tells everyone through {@link
 * deskbell.conversation.Events}. Any thread; nothing here blocks.
 */
package deskbell.handoff;
