package deskbell.dialog;

import deskbell.dialog.flow.Flow;
import deskbell.dialog.flow.Step;
import deskbell.dialog.flow.Telling;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/** How flows begin, go on, run one another and come to an end. Immutable; any thread. */
final class Progress {
  private final Supplier<Flows> flows;
  private final Stack stack;

  Progress(Supplier<Flows> flows, Stack stack) {
    this.flows = flows;
    this.stack = stack;
  }

  /**
   * Begins a flow above those that are open.
   *
   * @param given slots that it knows from the start
   */
  Outcome begun(
      DialogState state, Flow flow, Map<String, String> given, Telling telling, Heard heard) {
    return begun(state, flow, opening(state, flow, heard).with(given), telling, heard);
  }

  /**
   * Begins a flow in the place of the open one, and of whoever runs that; it knows what they do.
   */
  Outcome instead(Spot spot, Flow flow, Heard heard) {
    var opened = opening(spot.state(spot.open()), flow, heard);
    return begun(left(spot, heard), flow, opened, spot.telling(), heard)
        .after(List.of(new Act.Ended(spot.flow().id(), FlowDialogue.LEFT)))
        .coming(List.of(Transition.ended(spot, FlowDialogue.LEFT)));
  }

  /** What stays open once a flow and whoever runs it are left. */
  private DialogState left(Spot spot, Heard heard) {
    var rest = spot.over(spot.open(), heard);
    return runner(rest, spot).map(runner -> left(runner, heard)).orElse(rest);
  }

  private OpenFlow opening(DialogState state, Flow flow, Heard heard) {
    return Opening.of(
        flow, state, state.flows().stream().map(flows.get()::disclosed).toList(), heard);
  }

  private Outcome begun(
      DialogState state, Flow flow, OpenFlow opened, Telling telling, Heard heard) {
    var below = new ArrayList<>(state.flows());
    below.removeIf(open -> open.flow().equals(flow.id()));
    if (below.size() >= FlowDialogue.MAX_OPEN) {
      below.removeFirst();
    }
    var first = flow.steps().get(flow.first());
    return walked(
            new Spot(state.in(below), opened, flow, first, telling), opened, flow.first(), heard)
        .coming(List.of(Transition.in(flow, Transition.BEGIN, flow.first())));
  }

  /** Goes on from a step of the open flow. */
  Outcome walked(Spot spot, OpenFlow open, String from, Heard heard) {
    var walk = new Walk(spot.flow(), open, heard, spot.telling()).from(from);
    var now = (walk.forgetsAll() ? spot.alone() : spot).with(walk.open());
    return then(walk, now, heard).after(walk.acts()).coming(walk.moves()).coming(to(spot, from));
  }

  private Outcome then(Walk walk, Spot now, Heard heard) {
    return switch (walk.end()) {
      case WAITS -> new Outcome(now.state(walk.open()), List.of());
      case RUNS -> runs(now, heard);
      case ENDED -> over(now, walk.result(), heard);
      case HANDED_OVER ->
          new Outcome(now.over(walk.open(), heard).in(List.of()), List.of())
              .coming(Transition.out(now.rest(), Transition.PERSON));
    };
  }

  /** From where the flow has waited to where it goes on; nothing where that is the same. */
  private static List<Transition> to(Spot spot, String from) {
    var waited = spot.step().id();
    return waited.equals(from) ? List.of() : List.of(Transition.in(spot.flow(), waited, from));
  }

  /** The open flow is over, with the sentence that goes with this result. */
  Outcome ended(Spot spot, String result, Heard heard) {
    var question = spot.question(heard.language());
    return over(spot, result, heard)
        .after(
            List.of(
                new Act.Say(question.say(question.sentence(result))),
                new Act.Ended(spot.flow().id(), result)))
        .coming(List.of(Transition.ended(spot, result)));
  }

  /** Begins the flow that the open one runs, with what is known here. */
  private Outcome runs(Spot spot, Heard heard) {
    var open = spot.open();
    var run = (Step.Run) spot.flow().steps().get(open.step());
    return flows
        .get()
        .flow(run.flow())
        .map(flow -> begun(spot.state(open), flow, shared(open, flow), spot.telling(), heard))
        .orElseThrow(() -> new IllegalStateException("no flow " + run.flow() + " was loaded"));
  }

  private static Map<String, String> shared(OpenFlow open, Flow flow) {
    var shared = new HashMap<>(open.slots());
    shared.keySet().retainAll(flow.slots().keySet());
    return shared;
  }

  /** The flow is over: the one that runs it goes on, else the one below it asks again. */
  private Outcome over(Spot spot, String result, Heard heard) {
    var rest = spot.over(spot.open(), heard);
    return runner(rest, spot)
        .map(runner -> returned(runner, spot.open(), result, heard))
        .orElseGet(() -> uncovered(rest, spot.telling(), heard));
  }

  /** The flow below asks again; where it was asked for what is known by now, it goes on. */
  private Outcome uncovered(DialogState rest, Telling telling, Heard heard) {
    if (rest.flows().isEmpty()) {
      return new Outcome(rest, List.of());
    }
    return stack
        .spot(rest, telling)
        .map(spot -> spot.with(Opening.proved(spot.flow(), spot.open(), rest.known(), heard)))
        .map(spot -> goesOn(spot, heard) ? back(spot, heard) : asksAgain(spot, heard))
        .orElseGet(() -> stack.remind(rest, heard));
  }

  private static boolean goesOn(Spot spot, Heard heard) {
    return spot.answered() && !Recall.due(spot.flow(), spot.open(), heard);
  }

  private Outcome asksAgain(Spot spot, Heard heard) {
    return stack.remind(spot.state(spot.open()), heard);
  }

  private Outcome back(Spot spot, Heard heard) {
    var question = spot.question(heard.language());
    return walked(spot, spot.open(), spot.step().id(), heard)
        .after(List.of(new Act.Say(question.back())));
  }

  private Optional<Spot> runner(DialogState rest, Spot spot) {
    return Optional.of(rest)
        .filter(state -> !state.flows().isEmpty())
        .flatMap(state -> stack.spot(state, spot.telling()))
        .filter(
            below -> below.step() instanceof Step.Run run && run.flow().equals(spot.flow().id()));
  }

  /** Whoever leaves a flow that another one runs leaves both, unless the other says otherwise. */
  private Outcome returned(Spot runner, OpenFlow last, String result, Heard heard) {
    var results = ((Step.Run) runner.step()).results();
    if (result.equals(FlowDialogue.LEFT) && !results.containsKey(FlowDialogue.LEFT)) {
      return over(runner, FlowDialogue.LEFT, heard)
          .after(List.of(new Act.Ended(runner.flow().id(), FlowDialogue.LEFT)))
          .coming(List.of(Transition.ended(runner, FlowDialogue.LEFT)));
    }
    var next = results.getOrDefault(result, results.get(Step.OTHERWISE));
    return walked(runner, runner.open().with(shared(last, runner.flow())), next, heard);
  }
}
