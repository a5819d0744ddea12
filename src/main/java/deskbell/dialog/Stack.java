package deskbell.dialog;

import deskbell.conversation.Reply;
import deskbell.dialog.flow.Step;
import deskbell.dialog.flow.Telling;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;

/** The flows of a conversation, of which the last one is open. Immutable; any thread. */
final class Stack {
  private final Supplier<Flows> flows;

  Stack(Supplier<Flows> flows) {
    this.flows = flows;
  }

  /** Goes on where the state says, if there still is such a place. */
  Outcome at(DialogState state, Heard heard, Function<Spot, Outcome> step) {
    if (state.flows().isEmpty()) {
      return new Outcome(state.in(List.of()), List.of());
    }
    var open = state.flows().getLast();
    if (!readable(state)) {
      return lost(state.in(List.of()), open.flow(), heard);
    }
    return spot(state, new Telling(state.told()))
        .map(step)
        .orElseGet(() -> lost(below(state), open.flow(), heard));
  }

  /** Where the last of a state's flows waits; empty where there is no such place any more. */
  Optional<Spot> spot(DialogState state, Telling telling) {
    var open = state.flows().getLast();
    return flows
        .get()
        .of(open)
        .flatMap(
            flow ->
                Optional.ofNullable(flow.steps().get(open.step()))
                    .filter(Step::waits)
                    .map(at -> new Spot(below(state), open, flow, at, telling)));
  }

  /** Where a state waits; empty where it waits nowhere. */
  Optional<Spot> waiting(DialogState state) {
    return state.flows().isEmpty() || !readable(state)
        ? Optional.empty()
        : spot(state, new Telling(state.told()));
  }

  private static DialogState below(DialogState state) {
    return state.in(state.flows().subList(0, state.flows().size() - 1));
  }

  /** Brings the shopper back to the open question. */
  Outcome remind(DialogState state, Heard heard) {
    return at(state, heard, spot -> reminded(spot, heard));
  }

  private static Outcome reminded(Spot spot, Heard heard) {
    if (!spot.asks()) {
      return new Outcome(spot.state(spot.open()), List.of());
    }
    var question = spot.question(heard.language());
    var back = spot.heard(heard).open();
    if (Recall.due(spot.flow(), spot.open(), heard)) {
      return new Outcome(
          spot.state(Recall.asking(spot.flow(), back)), List.of(new Act.Say(question.recall(0))));
    }
    var reply =
        Recall.paused(spot.open(), heard)
            ? question.recap(spot.step(), Recall.told(spot.flow(), spot.open().slots()))
            : question.remind(spot.step());
    return new Outcome(spot.state(back), List.of(new Act.Say(reply)));
  }

  /** A flow is no longer what it was when the conversation went into it. */
  Outcome lost(DialogState rest, String flow, Heard heard) {
    var sorry = Reply.of(new Sentences(heard.language()).get(FlowDialogue.GONE));
    return remind(rest, heard)
        .after(List.of(new Act.Say(sorry), new Act.Ended(flow, FlowDialogue.GONE)));
  }

  /** False where the state is of a layout that is not known here. */
  static boolean readable(DialogState state) {
    return state.version() == DialogState.VERSION;
  }
}
