package deskbell.dialog;

import deskbell.conversation.Handover;
import deskbell.dialog.flow.Rule;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;

/**
 * What follows where an answer doesn't fit: the question put differently, then the offer of a
 * person, then a person. Pure.
 */
final class Miss {
  private Miss() {}

  /**
   * Counts a miss.
   *
   * @param broken the rule that the answer breaks; its words are said instead of the question's
   */
  static Outcome counted(Spot spot, Optional<Rule> broken, Heard heard) {
    var open = spot.open().missed();
    if (open.misses() > FlowDialogue.MAX_MISSES) {
      return handedOver(spot, heard);
    }
    var question = spot.question(heard.language());
    if (open.misses() == FlowDialogue.MAX_MISSES) {
      return new Outcome(spot.state(open), List.of(new Act.Say(question.person())));
    }
    var asked =
        broken
            .map(rule -> question.broken(rule, spot.step()))
            .orElseGet(() -> question.asked(spot.step(), open));
    return new Outcome(spot.state(open), List.of(new Act.Say(asked)));
  }

  /** Hands over, with the question at which the two didn't find each other. */
  static Outcome handedOver(Spot spot, Heard heard) {
    var summary = new HashMap<>(Walk.summary(spot.flow(), spot.open()));
    var disclosed = spot.with(spot.open().without(spot.flow().confidential()));
    summary.put("question", disclosed.question(heard.language()).ask(spot.step(), 0).text());
    return new Outcome(
            spot.over(spot.open(), heard).in(List.of()),
            List.of(new Act.HandOver(new Handover(FlowDialogue.NOT_UNDERSTOOD, summary))))
        .coming(Transition.out(spot.state(spot.open()), Transition.PERSON));
  }
}
