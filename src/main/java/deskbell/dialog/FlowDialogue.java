package deskbell.dialog;

import deskbell.conversation.CallResult;
import deskbell.conversation.EntityType;
import deskbell.conversation.Handover;
import deskbell.conversation.Language;
import deskbell.dialog.flow.Flow;
import deskbell.dialog.flow.Operation;
import deskbell.dialog.flow.Step;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

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

  /** Answers in a row that miss a question until a person is offered; the next one hands over. */
  public static final int MAX_MISSES = 3;

  /** The reason of a handover because of misses. */
  public static final String NOT_UNDERSTOOD = "not_understood";

  /** The result of a flow that the shopper left. */
  public static final String LEFT = "left";

  /** The result of a flow whose proposal was turned down. */
  public static final String DECLINED = "declined";

  /** The result of a flow that is no longer what it was. */
  public static final String GONE = "gone";

  private static final CallResult UNAVAILABLE = new CallResult("unavailable", Map.of());

  private final Flows flows;
  private final Stack stack;

  /** A dialogue over these flows. */
  public FlowDialogue(Flows flows) {
    this.flows = flows;
    this.stack = new Stack(flows);
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
    var below = new ArrayList<>(Stack.readable(state) ? state.flows() : List.<OpenFlow>of());
    var found = flows.flow(id);
    if (found.isEmpty()) {
      return stack.lost(state.in(below), id, heard);
    }
    var flow = found.get();
    var opened = Opening.of(flow, state, below, heard);
    below.removeIf(open -> open.flow().equals(id));
    if (below.size() >= MAX_OPEN) {
      below.removeFirst();
    }
    var spot = new Spot(state.in(below), opened, flow, flow.steps().get(flow.first()));
    return walked(spot, opened, flow.first(), heard);
  }

  @Override
  public Outcome hear(DialogState state, Heard heard) {
    if (state.flows().isEmpty()) {
      return new Outcome(state, List.of(new Act.NotForMe("")));
    }
    return stack.at(state, heard, spot -> heard(spot, heard));
  }

  @Override
  public Outcome resume(DialogState state, CallResult result, Heard heard) {
    return stack.at(
        state,
        heard,
        spot ->
            spot.step() instanceof Step.Call call
                ? answered(spot, call, result, heard)
                : new Outcome(state, List.of()));
  }

  @Override
  public Outcome missed(DialogState state, Heard heard) {
    return stack.at(
        state,
        heard,
        spot -> {
          if (!spot.asks()) {
            return new Outcome(state, List.of());
          }
          return Recall.paused(spot.open(), heard)
              ? stack.remind(state, heard)
              : missed(spot.heard(heard), heard);
        });
  }

  @Override
  public Outcome remind(DialogState state, Heard heard) {
    return stack.remind(state, heard);
  }

  private Outcome heard(Spot spot, Heard heard) {
    var ears = new Ears(intent -> flowFor(intent).isPresent(), spot.flow(), spot.open(), heard);
    if (spot.open().recalls()) {
      return recalled(spot, ears.atRecall(), heard);
    }
    var aside = new Interjections(spot, heard);
    return switch (spot.step()) {
      case Step.Collect collect ->
          understood(spot, aside.meaning().orElseGet(() -> ears.at(collect)), collect.id(), heard);
      case Step.Confirm confirm ->
          understood(
              spot, aside.meaning().orElseGet(() -> ears.at(confirm)), confirm.next(), heard);
      // the shop's answer was lost on the way: nobody knows what became of the call
      case Step.Call call -> answered(spot, call, UNAVAILABLE, heard);
      case Step.Branch _, Step.Say _, Step.Forget _, Step.Jump _, Step.HandOver _, Step.End _ ->
          throw new IllegalStateException(spot.step().id() + " is not a step that waits");
    };
  }

  private Outcome understood(Spot before, Meaning meaning, String next, Heard heard) {
    var spot = before.heard(heard);
    var open = spot.open();
    if (Recall.due(spot.flow(), before.open(), meaning, heard)) {
      return recalling(spot, meaning, heard).because(meaning);
    }
    var outcome =
        switch (meaning) {
          case Meaning.Fills(var slots) -> walked(spot, open.with(slots), spot.step().id(), heard);
          case Meaning.Corrects(var slots, var anew) ->
              walked(spot, open.with(slots), spot.back(anew), heard);
          case Meaning.Reopens(var slots) ->
              walked(spot, open.without(slots), spot.back(slots), heard);
          case Meaning.Agrees() -> walked(spot, open, next, heard);
          case Meaning.Denies() -> denied(spot, heard);
          case Meaning.Leaves() -> ended(spot, LEFT, heard);
          case Meaning.Misses() -> missed(before.state(before.open()), heard);
          case Meaning.Answered(var reply) ->
              new Outcome(spot.state(open.missedOnce()), List.of(new Act.Say(reply)));
          case Meaning.Person() -> handedOver(spot, heard);
          case Meaning.Foreign() -> foreign(before);
        };
    return outcome.because(meaning);
  }

  /** Asks whether what was said long ago still holds, with what the message brings. */
  private static Outcome recalling(Spot spot, Meaning meaning, Heard heard) {
    var open = meaning.applied(Recall.asking(spot.flow(), spot.open()));
    var asked = new Spot(spot.rest(), open, spot.flow(), spot.step());
    return new Outcome(
        asked.state(open), List.of(new Act.Say(asked.question(heard.language()).recall(0))));
  }

  /** Begins the flow anew with what still holds: what the shop said then may have changed. */
  private Outcome recalled(Spot before, Meaning meaning, Heard heard) {
    var spot = before.heard(heard);
    return switch (meaning) {
      case Meaning.Fills _, Meaning.Corrects _, Meaning.Reopens _, Meaning.Agrees _ ->
          walked(spot, meaning.applied(spot.open()).recalled(), spot.flow().first(), heard);
      case Meaning.Denies() -> {
        var emptied = spot.open().without(spot.open().slots().keySet()).recalled();
        yield walked(spot, emptied, spot.flow().first(), heard);
      }
      case Meaning.Leaves() -> ended(spot, LEFT, heard);
      case Meaning.Misses() -> missed(spot, heard);
      case Meaning.Person() -> handedOver(spot, heard);
      case Meaning.Answered(var reply) ->
          new Outcome(spot.state(spot.open()), List.of(new Act.Say(reply)));
      case Meaning.Foreign() -> foreign(before);
    };
  }

  private static Outcome foreign(Spot spot) {
    return new Outcome(spot.state(spot.open()), List.of(new Act.NotForMe(spot.asked())));
  }

  private Outcome denied(Spot spot, Heard heard) {
    var denied =
        spot.step() instanceof Step.Confirm confirm ? confirm.denied() : Optional.<String>empty();
    return denied
        .map(step -> walked(spot, spot.open(), step, heard))
        .orElseGet(() -> ended(spot, DECLINED, heard));
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

  private static Outcome missed(Spot spot, Heard heard) {
    var open = spot.open().missed();
    if (open.misses() > MAX_MISSES) {
      return handedOver(spot, heard);
    }
    var question = spot.question(heard.language());
    var asked =
        open.recalls() ? question.recall(open.misses()) : question.ask(spot.step(), open.misses());
    var said = open.misses() == MAX_MISSES ? question.person() : asked;
    return new Outcome(spot.state(open), List.of(new Act.Say(said)));
  }

  private static Outcome handedOver(Spot spot, Heard heard) {
    var summary = new HashMap<>(Walk.summary(spot.flow(), spot.open()));
    summary.put("question", spot.question(heard.language()).ask(spot.step(), 0).text());
    return new Outcome(
        spot.over(spot.open(), heard).in(List.of()),
        List.of(new Act.HandOver(new Handover(NOT_UNDERSTOOD, summary))));
  }

  private Outcome walked(Spot spot, OpenFlow open, String from, Heard heard) {
    var walk = new Walk(spot.flow(), open, heard).from(from);
    return switch (walk.end()) {
      case WAITS -> new Outcome(spot.state(walk.open()), walk.acts());
      case ENDED -> stack.uncovered(spot.over(walk.open(), heard), walk.acts(), heard);
      case HANDED_OVER -> new Outcome(spot.over(walk.open(), heard).in(List.of()), walk.acts());
    };
  }

  /** The flow is over, with the sentence that goes with this result. */
  private Outcome ended(Spot spot, String result, Heard heard) {
    var question = spot.question(heard.language());
    return stack.uncovered(
        spot.over(spot.open(), heard),
        List.of(
            new Act.Say(question.say(question.sentence(result))),
            new Act.Ended(spot.flow().id(), result)),
        heard);
  }
}
