package deskbell.shop;

/** How much of a pair an operation asks of somebody who is not signed in as the owner. */
enum Need {
  /** The e-mail or the phone: to see an order, to cancel or return it. */
  EITHER,
  /** The e-mail and the phone: to send goods or money elsewhere. */
  BOTH
}
