/**
 * The Transformer: a model directory and text in, distributions over intents, scores and generated
 * text out.
 *
 * <p>{@link deskbell.neural.Transformer} is the model on one page; its blocks are records of
 * weights beside it, each line ending in the shape of what it makes. {@link
 * deskbell.neural.Tokenizer} cuts text, {@link deskbell.neural.NeuralDirectory} reads and writes
 * the files.
 *
 * <p>Threads: weights never change after loading. Native arrays belong to the scope that they were
 * made in and are freed with it; a scope is used by one thread at a time.
 */
package deskbell.neural;
