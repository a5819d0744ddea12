package deskbell.shop;

import java.time.LocalDate;
import java.util.Optional;

/** What became of a wish to have an account erased. */
public sealed interface Erasure {
  /**
   * The account is closed and all that need not stay is gone, or will be.
   *
   * @param by the day by which it is gone, where the shop says so
   */
  record Done(Optional<LocalDate> by) implements Erasure {}

  /** Something is under way that still needs the account: an order, a return, a refund. */
  record NotYet() implements Erasure {}

  /** There is no such account. */
  record Missing() implements Erasure {}

  /** The shop's rules do not allow it: a debt, a dispute. */
  record Refused() implements Erasure {}
}
