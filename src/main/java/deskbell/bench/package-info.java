/**
 * Benchmarks that drive the real server from outside, as clients do, and compare it in the same run
 * with the barest thing that could do the job. Command line only; the server never imports it.
 */
package deskbell.bench;
