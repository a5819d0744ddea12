/**
 * How the Transformer learns: tokens from texts, exercises from examples, batches, steps downhill.
 *
 * <p>{@link deskbell.training.neural.TransformerTrainer} is the loop. Everything random comes from
 * one seed. Threads: one, on which the engine uses as many processors as it is given.
 */
package deskbell.training.neural;
