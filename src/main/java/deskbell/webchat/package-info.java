/**
 * The shopper's chat socket: frames ⇄ domain records. A frame is decoded strictly, its effect is
 * committed, then it is acknowledged; messages reach a socket in the order of their numbers,
 * without gaps, with the database as the buffer of whoever reads slowly.
 *
 * <p>Threads: each socket lives on the event loop that accepted it and is touched by no other
 * thread; events arrive on one loop of the {@code Audience} and are passed on to the socket's own.
 * Nothing here blocks.
 */
package deskbell.webchat;
