/**
 * Entities: values in a shopper's words, with spans in the original text.
 *
 * <p>Matching runs on a {@link deskbell.understanding.entity.NormalText normalised copy} in which
 * full-width digits and letters are plain ones; spans are mapped back. Each kind of entity is one
 * {@code Finder}; {@link deskbell.understanding.entity.EntityFinder} asks them all and resolves
 * overlaps by their order. Pure and thread-safe throughout; today is an argument.
 */
package deskbell.understanding.entity;
