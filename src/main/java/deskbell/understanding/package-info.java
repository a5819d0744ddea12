/**
 * Understanding: text in, language, entities and calibrated intents out.
 *
 * <p>{@link deskbell.understanding.Understanding} walks three steps: the {@link
 * deskbell.understanding.Languages language by script}, the {@link
 * deskbell.understanding.entity.EntityFinder entities} found on an NFKC-normalised copy, and the
 * {@link deskbell.understanding.Fusion fusion} of {@link deskbell.understanding.IntentVoter
 * voters}, calibrated. What the room needs of others it declares: {@link
 * deskbell.understanding.Catalogue}.
 *
 * <p>Threads: everything here is immutable after construction or guarded by a volatile reference,
 * and is used from any thread. No I/O after loading; callers run it on a worker.
 */
package deskbell.understanding;
