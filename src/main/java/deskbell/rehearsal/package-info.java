/**
 * Talks with the bot as the server would, without sockets and database: the same order of
 * decisions, a shop that is played, a clock that is turned by hand, and the bot's memory written
 * and read back between any two turns. {@link deskbell.rehearsal.Rehearsal} runs the conversations
 * that are written in flow files. Command line and tests only; the server never imports it.
 */
package deskbell.rehearsal;
