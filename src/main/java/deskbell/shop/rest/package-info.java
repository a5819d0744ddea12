/**
 * A web shop behind REST, as {@code src/docs/shop-rest.md} describes it. The only place of this
 * room that knows JSON and HTTP.
 *
 * <p>Every request has a limit on connecting, on answering and on the answer's size, and is tried
 * again only where that is safe: all of them are, since a write carries its idempotency key. Runs
 * on the caller's event loop.
 */
package deskbell.shop.rest;
