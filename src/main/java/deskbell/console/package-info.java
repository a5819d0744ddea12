/**
 * The edge for the people behind the bot: agents at the desk, editors of the knowledge base and
 * administrators. REST and the desk's socket ⇄ {@code handoff} and {@code knowledge}.
 *
 * <p>Every request is admitted by its session's role before its body is read; a change also needs
 * the session's CSRF value. JSON is read strictly into records here and goes no further.
 *
 * <p>Threads: one instance of each edge an event loop, touched by no other thread; what all loops
 * share says so. Nothing here blocks.
 */
package deskbell.console;
