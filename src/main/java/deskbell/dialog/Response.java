package deskbell.dialog;

import deskbell.dialog.flow.Step;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What a flow does about what a message means to it. Immutable; any thread. */
final class Response {
  private final Stack stack;
  private final Progress progress;

  Response(Stack stack, Progress progress) {
    this.stack = stack;
    this.progress = progress;
  }

  /** What follows at a question or a proposal; {@code next} is where a yes leads. */
  Outcome to(Meaning meaning, Spot before, String next, Heard heard) {
    var spot = before.heard(heard);
    var outcome =
        Recall.due(spot.flow(), before.open(), meaning, heard)
            ? recalling(spot, meaning, heard)
            : meant(before, spot, meaning, next, heard);
    return outcome.because(meaning);
  }

  private Outcome meant(Spot before, Spot spot, Meaning meaning, String next, Heard heard) {
    var open = spot.open();
    return switch (meaning) {
      case Meaning.Fills(var slots) ->
          noting(
              slots, spot, heard, progress.walked(spot, open.with(slots), spot.step().id(), heard));
      case Meaning.Corrects(var slots, var anew) ->
          noting(
              slots, spot, heard, progress.walked(spot, open.with(slots), spot.back(anew), heard));
      case Meaning.Reopens(var slots) ->
          progress.walked(spot, open.without(slots), spot.back(slots), heard);
      case Meaning.Agrees() -> progress.walked(spot, open, next, heard);
      case Meaning.Denies() -> denied(spot, heard);
      case Meaning.Skips(var slot) ->
          progress.walked(spot, open.skipping(slot), spot.step().id(), heard);
      case Meaning.Breaks(var rule, var others) ->
          Miss.counted(spot.with(open.with(others)), Optional.of(rule), heard);
      case Meaning.Leaves() -> progress.ended(spot, FlowDialogue.LEFT, heard);
      case Meaning.Misses() -> missed(before, heard);
      case Meaning.Answered(var reply) ->
          new Outcome(spot.state(open.missedOnce()), List.of(new Act.Say(reply)));
      case Meaning.Person() -> Miss.handedOver(spot, heard);
      case Meaning.Foreign() -> foreign(before);
    };
  }

  /** Where the same question comes again, says first that something else was taken down. */
  private static Outcome noting(
      Map<String, String> slots, Spot spot, Heard heard, Outcome outcome) {
    boolean asksAgain =
        spot.step() instanceof Step.Collect(var id, var asked, _)
            && spot.flow().members(asked).stream().noneMatch(slots::containsKey)
            && outcome.acts().size() == 1
            && outcome.acts().getFirst() instanceof Act.Say
            && outcome.state().flows().getLast().step().equals(id);
    return asksAgain
        ? spot.with(spot.open().with(slots))
            .question(heard.language())
            .noted(slots.keySet())
            .map(noted -> outcome.after(List.of(new Act.Say(noted))))
            .orElse(outcome)
        : outcome;
  }

  /** A miss; after a pause the shopper is told where the conversation was. */
  Outcome missed(Spot spot, Heard heard) {
    return Recall.paused(spot.open(), heard)
        ? stack.remind(spot.state(spot.open()), heard)
        : Miss.counted(spot.heard(heard), Optional.empty(), heard);
  }

  /** Asks whether what was said long ago still holds, with what the message brings. */
  private static Outcome recalling(Spot spot, Meaning meaning, Heard heard) {
    var asked = spot.with(meaning.applied(Recall.asking(spot.flow(), spot.open())));
    return new Outcome(
        asked.state(asked.open()),
        List.of(new Act.Say(asked.question(heard.language()).recall(0))));
  }

  /** What follows where it was asked whether what was said long ago still holds. */
  Outcome atRecall(Meaning meaning, Spot before, Heard heard) {
    var spot = before.heard(heard);
    return switch (meaning) {
      case Meaning.Fills _, Meaning.Corrects _, Meaning.Reopens _, Meaning.Agrees _ ->
          anew(spot, meaning.applied(spot.open()), heard);
      case Meaning.Denies() -> anew(spot, spot.open().without(spot.open().slots().keySet()), heard);
      // at this question no slot is asked for, so none is skipped
      case Meaning.Skips _, Meaning.Breaks _, Meaning.Misses _ ->
          Miss.counted(spot, Optional.empty(), heard);
      case Meaning.Leaves() -> progress.ended(spot, FlowDialogue.LEFT, heard);
      case Meaning.Person() -> Miss.handedOver(spot, heard);
      case Meaning.Answered(var reply) ->
          new Outcome(spot.state(spot.open()), List.of(new Act.Say(reply)));
      case Meaning.Foreign() -> foreign(before);
    };
  }

  /** Begins the flow anew with what still holds: what the shop said then may have changed. */
  private Outcome anew(Spot spot, OpenFlow open, Heard heard) {
    return progress.walked(spot, open.recalled(), spot.flow().first(), heard);
  }

  private static Outcome foreign(Spot spot) {
    return new Outcome(spot.state(spot.open()), List.of(new Act.NotForMe(spot.asked())));
  }

  private Outcome denied(Spot spot, Heard heard) {
    var denied =
        spot.step() instanceof Step.Confirm confirm ? confirm.denied() : Optional.<String>empty();
    return denied
        .map(step -> progress.walked(spot, spot.open(), step, heard))
        .orElseGet(() -> progress.ended(spot, FlowDialogue.DECLINED, heard));
  }
}
