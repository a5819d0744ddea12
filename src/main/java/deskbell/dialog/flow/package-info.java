/**
 * Flows as they are once read and checked: an immutable tree that every conversation and thread
 * shares.
 *
 * <p>A {@link deskbell.dialog.flow.Flow} has {@link deskbell.dialog.flow.Slot slots} that a shopper
 * fills and {@link deskbell.dialog.flow.Step steps} that name what comes next by id, so that the
 * place where a conversation waits can be stored as one word. Only steps that wait (collect, call,
 * confirm) are ever stored, and those carry names from the file: rewording a flow or adding steps
 * to it does not lose the conversations that are in it.
 */
package deskbell.dialog.flow;
