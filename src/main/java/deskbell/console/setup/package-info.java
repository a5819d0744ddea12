/**
 * What administrators set for every node instead of the command line: when people answer, and which
 * pages may open the chat. It is kept in the store under a number that grows with every change;
 * {@link deskbell.console.setup.SetupInUse} follows that number on each node.
 */
package deskbell.console.setup;
