/**
 * Everything that is kept: PostgreSQL, its schema and every line of SQL. The features declare what
 * they need as interfaces; the classes named {@code Pg…} here implement them.
 *
 * <p>Calls run on event loops and speak {@code Future}; each has a time limit, and a database that
 * does not answer is {@link deskbell.conversation.Unavailable}. What one trip must do at once (take
 * the row's lock, number, store, read) is a PL/pgSQL function: it locks the conversation's row
 * first, so that under READ COMMITTED each following statement sees what whoever held the lock
 * before has committed. Migrations, backup and the embedded server block and belong on workers.
 */
package deskbell.store;
