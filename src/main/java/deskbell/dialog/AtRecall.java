package deskbell.dialog;

import deskbell.dialog.flow.Flow;
import deskbell.dialog.flow.Step;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Decides what a message means at the question whether what was said long ago still holds. Belongs
 * to one message.
 */
final class AtRecall {
  private final Flow flow;
  private final OpenFlow open;
  private final Heard heard;
  private final Intention intention;

  AtRecall(Flow flow, OpenFlow open, Heard heard, Intention intention) {
    this.flow = flow;
    this.open = open;
    this.heard = heard;
    this.intention = intention;
  }

  /**
   * The message's meaning.
   *
   * @param brought what it brings or names as wrong, looked for where it is no plain answer
   */
  Meaning meaning(Supplier<Optional<Meaning>> brought) {
    return atOffer()
        .or(this::plain)
        .or(brought)
        .orElseGet(() -> intention.repeats() ? new Meaning.Agrees() : intention.agreement());
  }

  /** What it means where a person was offered instead, after too many misses. */
  private Optional<Meaning> atOffer() {
    if (!open.offersPerson()) {
      return Optional.empty();
    }
    if (pressed(Buttons.PERSON) || Words.yes(text()) || intention.affirms()) {
      return Optional.of(new Meaning.Person());
    }
    return Words.no(text()) ? Optional.of(new Meaning.Foreign()) : Optional.empty();
  }

  private Optional<Meaning> plain() {
    if (pressed("yes") || Words.yes(text()) || agreesToProposal()) {
      return Optional.of(new Meaning.Agrees());
    }
    if (pressed("no") || Words.no(text())) {
      return Optional.of(new Meaning.Denies());
    }
    return pressed(Buttons.LEAVE) || Words.leaves(text())
        ? Optional.of(new Meaning.Leaves())
        : Optional.empty();
  }

  /** True where it is a yes to one of the flow's proposals, in the words of that. */
  private boolean agreesToProposal() {
    return flow.steps().values().stream()
        .anyMatch(
            step -> step instanceof Step.Confirm confirm && Picks.worded(confirm.yes(), text()));
  }

  private boolean pressed(String value) {
    return heard.chosen().filter(value::equals).isPresent();
  }

  private String text() {
    return heard.understood().text();
  }
}
