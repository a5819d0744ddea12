package deskbell.shop.rest;

/** An answer that breaks the documented form; the message says how and goes to the log alone. */
final class Nonsense extends RuntimeException {
  Nonsense(String rule) {
    super(rule);
  }

  Nonsense(String rule, Throwable cause) {
    super(rule, cause);
  }
}
