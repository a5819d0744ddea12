/**
 * Runs the conversations that are written in flow files: the shopper's lines are understood by
 * whatever interpreter is handed in, the shop's answers are those of the file, and what the bot
 * says and does must be what the file says.
 */
package deskbell.dialog.rehearsal;
