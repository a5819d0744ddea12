/**
 * The shared vocabulary: ids, messages, what was understood, what is answered, and the error
 * family. Plain values without a framework; every other room imports this one and it imports none.
 */
package deskbell.conversation;
