/**
 * People who sign in: accounts with a role, their passwords, sessions and the limits on guessing.
 *
 * <p>A password is hashed with Argon2id on the {@code deskbell-passwords} worker and is never kept
 * or logged in clear. A session is 256 random bits in a cookie; the database knows its hash. Wrong
 * passwords are counted in the database by name and address, before they are looked at.
 */
package deskbell.console.account;
