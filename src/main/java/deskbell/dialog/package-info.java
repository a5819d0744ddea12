/**
 * Flows: what the bot says and does next while it leads a conversation towards a result.
 *
 * <p>{@link deskbell.dialog.Flows} are read from files ({@code reading}) into an immutable tree
 * ({@code flow}); {@link deskbell.dialog.FlowDialogue} takes a state and what was heard and gives
 * the next state and the acts. Within a turn the path is: what the message means to the open
 * question ({@code Ears}), then a walk from step to step until the flow waits again ({@code Walk}).
 * Everything here is pure but for reading the files: no clock, no call, no thread of its own, so
 * any thread may decide any conversation.
 */
package deskbell.dialog;
