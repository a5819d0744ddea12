/**
 * The demo shop Lantern Lane as {@code src/docs/example-shop.md} describes it: its catalogue and
 * orders from resources, and its rules as pure functions. Its tables are the store's business.
 */
package deskbell.shop.demo;
