/**
 * The PostgreSQL that Deskbell brings with it, run as a real database: durable (fsync, synchronous
 * commit), closed (SCRAM for every connection, loopback only, random passwords in files that only
 * the owner reads) and of one locale everywhere (C.UTF-8).
 *
 * <p>One process owns the data directory, by a file lock that ends with the process however it
 * ends. The owner starts PostgreSQL, or takes over the one that a killed owner left behind; any
 * other process is a guest and connects to it. Everything here blocks: call it on a worker.
 */
package deskbell.store.embedded;
