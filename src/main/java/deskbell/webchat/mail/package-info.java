/**
 * Copies of conversations by e-mail. A shopper's wish is stored in the transaction that
 * acknowledges it; {@link deskbell.webchat.mail.Postman} takes what is due from the store, writes
 * it as plain text and hands it to the SMTP server, again and later where that fails. On event
 * loops; nothing here blocks.
 */
package deskbell.webchat.mail;
