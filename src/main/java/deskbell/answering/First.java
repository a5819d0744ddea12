package deskbell.answering;

import deskbell.dialog.Dialogue;
import deskbell.dialog.Inquiry;
import java.util.Optional;

/**
 * What comes before everything else. Words of the open question are no call for a person, whatever
 * they sound like: "个人" is whom the invoice is for. Pure.
 */
final class First {
  /** From here on a message that brings details is believed to ask for a person. */
  private static final double SURELY = 0.8;

  private final Decider decider;
  private final Dialogue dialogue;

  First(Decider decider, Dialogue dialogue) {
    this.decider = decider;
    this.dialogue = dialogue;
  }

  /** What comes first, if anything; notes in the draft whether the shopper is upset. */
  Optional<Decision> of(Hearing message) {
    var understood = message.understood();
    if (decider.upset(understood)) {
      message.draft().upset();
    }
    var said = message.turn().ask().text();
    var first =
        decider
            .first(said, understood, message.flowOpen(), message.turn().memory().upset())
            .filter(decision -> !decision.equals(Decider.ASKED) || !answers(message));
    boolean presses = first.isPresent() && !first.get().equals(Decider.ASKED);
    return !presses && Inquiry.atPerson(said) ? whyPerson(message) : first;
  }

  /** Who asks why there should be a person asks for none; an open flow says why by itself. */
  private static Optional<Decision> whyPerson(Hearing message) {
    return message.flowOpen() ? Optional.empty() : Optional.of(new Decision.Talk("why_person"));
  }

  private boolean answers(Hearing message) {
    if (!message.flowOpen()) {
      return false;
    }
    return dialogue.answers(message.draft().dialog(), message.heard())
        || (Offers.details(message)
            && message.understood().confidence(Decider.CONTACT_HUMAN) < SURELY);
  }
}
