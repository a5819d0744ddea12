/**
 * Which size fits: a product's {@link deskbell.shop.sizing.SizeChart}, what a shopper says of a
 * body as {@link deskbell.shop.sizing.Measures}, and the {@link deskbell.shop.sizing.Fit} of both.
 *
 * <p>Lengths are centimetres, weights kilograms; each measure remembers the unit in which it was
 * said, so that an answer can use it. Pure, immutable, any thread.
 */
package deskbell.shop.sizing;
