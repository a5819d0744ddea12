package deskbell.shop.sizing;

import java.util.Optional;

/** What a size chart says of somebody's measures. Sizes are places in the product's list. */
public sealed interface Fit {
  /** Why a size was chosen. */
  enum Reason {
    /** The measure lies within the size. */
    MEASURED,
    /** One size more than the weight asks for, for the length of the arms and legs. */
    TALL,
    /** The one that is usually worn. */
    USUAL
  }

  /**
   * One size fits.
   *
   * @param by the measure that decided; empty where it is the usual size
   */
  record Size(int size, Reason reason, Optional<Measure> by) implements Fit {}

  /**
   * A measure on the border of two sizes.
   *
   * @param advised the one of both to take
   * @param usual whether it is the one that is usually worn, rather than what the cut asks for
   */
  record Between(int smaller, int larger, int advised, boolean usual, Measure by) implements Fit {}

  /** No size is made for this measure. */
  record None(boolean tooLarge, Measure by) implements Fit {}

  /** Too little is known. */
  record Unknown(boolean lacksHeight, boolean lacksWeight) implements Fit {}
}
