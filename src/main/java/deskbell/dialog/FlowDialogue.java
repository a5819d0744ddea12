package deskbell.dialog;

import deskbell.conversation.CallResult;
import deskbell.conversation.EntityType;
import deskbell.conversation.Handover;
import deskbell.conversation.Language;
import deskbell.conversation.Reply;
import deskbell.dialog.flow.Flow;
import deskbell.dialog.flow.Operation;
import deskbell.dialog.flow.Step;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * Runs flows that were read from files.
 *
 * <p>The flow on top of the stack hears the message. One that ends uncovers the flow below it,
 * whose question is then asked again. A state that no longer fits the files (a flow or step was
 * removed while a conversation waited in it) ends in a sentence that says so.
 */
public final class FlowDialogue implements Dialogue {
  /** Flows that wait in one conversation at most; the oldest gives way. */
  public static final int MAX_OPEN = 3;

  /** Answers in a row that may miss a question before a person is asked. */
  public static final int MAX_MISSES = 3;

  /** The reason of a handover after {@link #MAX_MISSES}. */
  public static final String NOT_UNDERSTOOD = "not_understood";

  /** The result of a flow that the shopper left. */
  public static final String LEFT = "left";

  /** The result of a flow whose proposal was turned down. */
  public static final String DECLINED = "declined";

  /** The result of a flow that is no longer what it was. */
  public static final String GONE = "gone";

  private static final CallResult UNAVAILABLE = new CallResult("unavailable", Map.of());

  private final Flows flows;

  /** A dialogue over these flows. */
  public FlowDialogue(Flows flows) {
    this.flows = flows;
  }

  @Override
  public Optional<String> flowFor(String intent) {
    return flows.startedBy(intent);
  }

  @Override
  public String title(String flow, Language language) {
    return flows.flow(flow).map(known -> Question.title(known, language)).orElse(flow);
  }

  @Override
  public Set<EntityType> takes(String flow) {
    return flows.flow(flow).map(Flow::takes).orElse(Set.of());
  }

  @Override
  public Outcome start(DialogState state, String id, Heard heard) {
    var stack = new ArrayList<>(readable(state) ? state.flows() : List.<OpenFlow>of());
    var found = flows.flow(id);
    if (found.isEmpty()) {
      return lost(stack, id, heard.understood().language());
    }
    var flow = found.get();
    var opened = Opening.of(flow, stack, heard);
    stack.removeIf(open -> open.flow().equals(id));
    if (stack.size() >= MAX_OPEN) {
      stack.removeFirst();
    }
    var spot = new Spot(stack, opened, flow, flow.steps().get(flow.first()));
    return walked(spot, opened, flow.first(), heard);
  }

  @Override
  public Outcome hear(DialogState state, Heard heard) {
    if (state.flows().isEmpty()) {
      return new Outcome(state, List.of(new Act.NotForMe("")));
    }
    return at(state, heard.understood().language(), spot -> heard(spot, state, heard));
  }

  @Override
  public Outcome resume(DialogState state, CallResult result, Heard heard) {
    return at(
        state,
        heard.understood().language(),
        spot ->
            spot.step() instanceof Step.Call call
                ? answered(spot, call, result, heard)
                : new Outcome(state, List.of()));
  }

  @Override
  public Outcome missed(DialogState state, Heard heard) {
    return at(
        state,
        heard.understood().language(),
        spot -> spot.asks() ? missed(spot, heard) : new Outcome(state, List.of()));
  }

  @Override
  public Outcome remind(DialogState state, Language language) {
    return at(state, language, spot -> new Outcome(state, reminder(spot, language)));
  }

  private Outcome heard(Spot spot, DialogState state, Heard heard) {
    var ears = new Ears(intent -> flowFor(intent).isPresent(), spot.flow(), spot.open(), heard);
    return switch (spot.step()) {
      case Step.Collect collect -> understood(spot, ears.at(collect), collect.id(), state, heard);
      case Step.Confirm confirm -> understood(spot, ears.at(confirm), confirm.next(), state, heard);
      // the shop's answer was lost on the way: nobody knows what became of the call
      case Step.Call call -> answered(spot, call, UNAVAILABLE, heard);
      case Step.Branch _, Step.Say _, Step.Forget _, Step.Jump _, Step.HandOver _, Step.End _ ->
          throw new IllegalStateException(spot.step().id() + " is not a step that waits");
    };
  }

  private Outcome understood(
      Spot spot, Meaning meaning, String next, DialogState state, Heard heard) {
    var open = spot.open();
    return switch (meaning) {
      case Meaning.Fills(var slots) -> walked(spot, open.with(slots), spot.step().id(), heard);
      case Meaning.Corrects(var slots, var anew) ->
          walked(spot, open.with(slots), spot.back(anew), heard);
      case Meaning.Reopens(var slots) -> walked(spot, open.without(slots), spot.back(slots), heard);
      case Meaning.Agrees() -> walked(spot, open, next, heard);
      case Meaning.Denies() -> denied(spot, heard);
      case Meaning.Leaves() -> ended(spot, LEFT, heard.understood().language());
      case Meaning.Misses() -> missed(spot, heard);
      case Meaning.Foreign() -> new Outcome(state, List.of(new Act.NotForMe(spot.asked())));
    };
  }

  private Outcome denied(Spot spot, Heard heard) {
    var denied =
        spot.step() instanceof Step.Confirm confirm ? confirm.denied() : Optional.<String>empty();
    return denied
        .map(step -> walked(spot, spot.open(), step, heard))
        .orElseGet(() -> ended(spot, DECLINED, heard.understood().language()));
  }

  private Outcome answered(Spot spot, Step.Call call, CallResult result, Heard heard) {
    var usable = promised(call.operation(), result) ? result : UNAVAILABLE;
    var learnt = spot.open().learnt(call.operation().facts(), usable.facts());
    var next =
        Optional.ofNullable(call.outcomes().get(usable.outcome()))
            .orElseGet(() -> call.outcomes().get(Step.OTHERWISE));
    return walked(spot, learnt, next, heard);
  }

  /** False where a shop answers in a way that its operation doesn't know. */
  private static boolean promised(Operation operation, CallResult result) {
    return Optional.ofNullable(operation.outcomes().get(result.outcome()))
        .filter(facts -> result.facts().keySet().containsAll(facts.always()))
        .isPresent();
  }

  private Outcome missed(Spot spot, Heard heard) {
    var language = heard.understood().language();
    var open = spot.open().missed();
    var question = spot.question(language);
    if (open.misses() >= MAX_MISSES) {
      var summary = new HashMap<>(Walk.summary(spot.flow(), open));
      summary.put("question", question.ask(spot.step(), 0).text());
      return new Outcome(
          DialogState.IDLE, List.of(new Act.HandOver(new Handover(NOT_UNDERSTOOD, summary))));
    }
    return new Outcome(
        spot.state(open), List.of(new Act.Say(question.ask(spot.step(), open.misses()))));
  }

  private Outcome walked(Spot spot, OpenFlow open, String from, Heard heard) {
    var walk = new Walk(spot.flow(), open, heard).from(from);
    return switch (walk.end()) {
      case WAITS -> new Outcome(spot.state(walk.open()), walk.acts());
      case ENDED -> uncovered(spot.below(), walk.acts(), heard.understood().language());
      case HANDED_OVER -> new Outcome(DialogState.IDLE, walk.acts());
    };
  }

  /** The flow is over, with the sentence that goes with this result. */
  private Outcome ended(Spot spot, String result, Language language) {
    var question = spot.question(language);
    return uncovered(
        spot.below(),
        List.of(
            new Act.Say(question.say(question.sentence(result))),
            new Act.Ended(spot.flow().id(), result)),
        language);
  }

  /** A flow is over: the one below it, if any, asks again. */
  private Outcome uncovered(List<OpenFlow> below, List<Act> acts, Language language) {
    var state = new DialogState(DialogState.VERSION, below);
    var reminded = remind(state, language);
    var all = new ArrayList<>(acts);
    all.addAll(reminded.acts());
    return new Outcome(reminded.state(), all);
  }

  private static List<Act> reminder(Spot spot, Language language) {
    return spot.asks()
        ? List.of(new Act.Say(spot.question(language).remind(spot.step())))
        : List.of();
  }

  /** Goes on where the state says, if there still is such a place. */
  private Outcome at(DialogState state, Language language, Function<Spot, Outcome> step) {
    if (state.flows().isEmpty()) {
      return new Outcome(DialogState.IDLE, List.of());
    }
    var open = state.flows().getLast();
    var below = state.flows().subList(0, state.flows().size() - 1);
    if (!readable(state)) {
      return lost(List.of(), open.flow(), language);
    }
    return flows
        .flow(open.flow())
        .flatMap(
            flow ->
                Optional.ofNullable(flow.steps().get(open.step()))
                    .filter(Step::waits)
                    .map(at -> step.apply(new Spot(below, open, flow, at))))
        .orElseGet(() -> lost(below, open.flow(), language));
  }

  private Outcome lost(List<OpenFlow> below, String flow, Language language) {
    var sorry = Reply.of(Question.TEXTS.get(language, GONE));
    return uncovered(below, List.of(new Act.Say(sorry), new Act.Ended(flow, GONE)), language);
  }

  private static boolean readable(DialogState state) {
    return state.version() == DialogState.VERSION;
  }
}
