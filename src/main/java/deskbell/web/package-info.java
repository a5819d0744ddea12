/**
 * The HTTP server and what every edge shares: routes, addresses behind proxies, origins, security
 * headers, error answers, static files, health, metrics, and events over the event bus.
 *
 * <p>Threads: one {@code WebLoop} an event loop, each with its own edges, so that what an edge
 * keeps needs no lock. Objects that all loops share say so. Nothing here blocks.
 */
package deskbell.web;
