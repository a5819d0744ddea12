/**
 * How the Transformer learns: tokens from texts. Everything random comes from one seed. One thread.
 */
package deskbell.training.neural;
