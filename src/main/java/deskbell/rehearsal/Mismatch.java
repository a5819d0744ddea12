package deskbell.rehearsal;

import deskbell.dialog.flow.Place;

/** Something did not go as written; ends the conversation's run. */
final class Mismatch extends RuntimeException {
  private final transient Verdict.Failure failure;

  Mismatch(Place place, String reason) {
    super(reason);
    this.failure = new Verdict.Failure(place, reason);
  }

  Verdict.Failure failure() {
    return failure;
  }
}
