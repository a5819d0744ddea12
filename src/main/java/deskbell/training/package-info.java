/**
 * Corpora in, model directories and reports out. Command line only: the server never imports this
 * room. Nothing here runs on an event loop; files are read and written on the caller's thread.
 */
package deskbell.training;
