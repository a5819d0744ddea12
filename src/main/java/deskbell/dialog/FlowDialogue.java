package deskbell.dialog;

import deskbell.conversation.CallResult;
import deskbell.conversation.EntityType;
import deskbell.conversation.Handover;
import deskbell.conversation.Language;
import deskbell.conversation.Understood;
import deskbell.dialog.flow.Flow;
import deskbell.dialog.flow.Operation;
import deskbell.dialog.flow.Rule;
import deskbell.dialog.flow.Step;
import deskbell.dialog.flow.Telling;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

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

  private final Supplier<Flows> flows;
  private final Stack stack;
  private final Progress progress;

  /** A dialogue over these flows. */
  public FlowDialogue(Flows flows) {
    this(() -> flows);
  }

  /**
   * A dialogue over flows that may change between turns. Conversations stay in the edition that
   * they began with as long as it is among them.
   */
  public FlowDialogue(Supplier<Flows> flows) {
    this.flows = flows;
    this.stack = new Stack(flows);
    this.progress = new Progress(flows, stack);
  }

  @Override
  public Set<String> flowsFor(String intent) {
    return flows.get().startedBy(intent);
  }

  @Override
  public Optional<String> flowFor(String intent, Understood message, boolean vouched) {
    return flows.get().startedBy(intent, message, vouched);
  }

  private boolean starts(String intent, Heard heard) {
    return flowFor(intent, heard.understood(), heard.identity().isPresent()).isPresent();
  }

  @Override
  public String title(String flow, Language language) {
    return flows.get().flow(flow).map(known -> Question.title(known, language)).orElse(flow);
  }

  @Override
  public Set<EntityType> takes(String flow) {
    return flows.get().flow(flow).map(Flow::takes).orElse(Set.of());
  }

  @Override
  public Outcome start(DialogState state, String id, Heard heard) {
    var known = Stack.readable(state) ? state : state.in(List.of());
    return flows
        .get()
        .flow(id)
        .map(flow -> progress.begun(known, flow, Map.of(), new Telling(known.told()), heard))
        .orElseGet(() -> stack.lost(known, id, heard));
  }

  @Override
  public Outcome hear(DialogState state, Heard heard) {
    if (state.flows().isEmpty()) {
      return new Outcome(state, List.of(new Act.NotForMe("")));
    }
    return stack.at(state, heard, spot -> heard(spot, heard));
  }

  @Override
  public boolean answers(DialogState state, Heard heard) {
    return stack.waiting(state).filter(spot -> Picks.own(spot, heard)).isPresent();
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
              : missed(spot.heard(heard), Optional.empty(), heard);
        });
  }

  @Override
  public Outcome remind(DialogState state, Heard heard) {
    return stack.remind(state, heard);
  }

  private Outcome heard(Spot spot, Heard heard) {
    var ears = new Ears(intent -> starts(intent, heard), spot.flow(), spot.open(), heard);
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
      // the flow that was run has gone
      case Step.Run run ->
          progress.walked(spot, spot.open(), run.results().get(Step.OTHERWISE), heard);
      case Step.Branch _, Step.Say _, Step.Assign _, Step.Forget _ -> throw waitsNot(spot);
      case Step.Jump _, Step.HandOver _, Step.End _ -> throw waitsNot(spot);
    };
  }

  private static IllegalStateException waitsNot(Spot spot) {
    return new IllegalStateException(spot.step().id() + " is not a step that waits");
  }

  private Outcome understood(Spot before, Meaning meaning, String next, Heard heard) {
    var spot = before.heard(heard);
    if (Recall.due(spot.flow(), before.open(), meaning, heard)) {
      return recalling(spot, meaning, heard).because(meaning);
    }
    return meant(before, spot, meaning, next, heard).because(meaning);
  }

  private Outcome meant(Spot before, Spot spot, Meaning meaning, String next, Heard heard) {
    var open = spot.open();
    return switch (meaning) {
      case Meaning.Fills(var slots) ->
          progress.walked(spot, open.with(slots), spot.step().id(), heard);
      case Meaning.Corrects(var slots, var anew) ->
          progress.walked(spot, open.with(slots), spot.back(anew), heard);
      case Meaning.Reopens(var slots) ->
          progress.walked(spot, open.without(slots), spot.back(slots), heard);
      case Meaning.Agrees() -> progress.walked(spot, open, next, heard);
      case Meaning.Denies() -> denied(spot, heard);
      case Meaning.Skips(var slot) ->
          progress.walked(spot, open.skipping(slot), spot.step().id(), heard);
      case Meaning.Breaks(var rule, var others) ->
          missed(spot.with(open.with(others)), Optional.of(rule), heard);
      case Meaning.Leaves() -> progress.ended(spot, LEFT, heard);
      case Meaning.Misses() -> missed(before.state(before.open()), heard);
      case Meaning.Answered(var reply) ->
          new Outcome(spot.state(open.missedOnce()), List.of(new Act.Say(reply)));
      case Meaning.Person() -> handedOver(spot, heard);
      case Meaning.Foreign() -> foreign(before);
    };
  }

  /** Asks whether what was said long ago still holds, with what the message brings. */
  private static Outcome recalling(Spot spot, Meaning meaning, Heard heard) {
    var asked = spot.with(meaning.applied(Recall.asking(spot.flow(), spot.open())));
    return new Outcome(
        asked.state(asked.open()),
        List.of(new Act.Say(asked.question(heard.language()).recall(0))));
  }

  /** Begins the flow anew with what still holds: what the shop said then may have changed. */
  private Outcome recalled(Spot before, Meaning meaning, Heard heard) {
    var spot = before.heard(heard);
    return switch (meaning) {
      case Meaning.Fills _, Meaning.Corrects _, Meaning.Reopens _, Meaning.Agrees _ ->
          progress.walked(
              spot, meaning.applied(spot.open()).recalled(), spot.flow().first(), heard);
      case Meaning.Denies() -> {
        var emptied = spot.open().without(spot.open().slots().keySet()).recalled();
        yield progress.walked(spot, emptied, spot.flow().first(), heard);
      }
      // at this question no slot is asked for, so none is skipped
      case Meaning.Skips _, Meaning.Breaks _ -> missed(spot, Optional.empty(), heard);
      case Meaning.Leaves() -> progress.ended(spot, LEFT, heard);
      case Meaning.Misses() -> missed(spot, Optional.empty(), heard);
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
        .map(step -> progress.walked(spot, spot.open(), step, heard))
        .orElseGet(() -> progress.ended(spot, DECLINED, heard));
  }

  private Outcome answered(Spot spot, Step.Call call, CallResult result, Heard heard) {
    var usable = promised(call.operation(), result) ? result : UNAVAILABLE;
    var learnt = spot.open().learnt(call.operation().facts(), usable.facts());
    var next =
        Optional.ofNullable(call.outcomes().get(usable.outcome()))
            .orElseGet(() -> call.outcomes().get(Step.OTHERWISE));
    return progress.walked(spot, learnt, next, heard);
  }

  /** False where a shop answers in a way that its operation doesn't know. */
  private static boolean promised(Operation operation, CallResult result) {
    return Optional.ofNullable(operation.outcomes().get(result.outcome()))
        .filter(facts -> result.facts().keySet().containsAll(facts.always()))
        .isPresent();
  }

  private static Outcome missed(Spot spot, Optional<Rule> broken, Heard heard) {
    var open = spot.open().missed();
    if (open.misses() > MAX_MISSES) {
      return handedOver(spot, heard);
    }
    var question = spot.question(heard.language());
    if (open.misses() == MAX_MISSES) {
      return new Outcome(spot.state(open), List.of(new Act.Say(question.person())));
    }
    var asked =
        broken
            .map(rule -> question.broken(rule, spot.step()))
            .orElseGet(() -> question.asked(spot.step(), open));
    return new Outcome(spot.state(open), List.of(new Act.Say(asked)));
  }

  private static Outcome handedOver(Spot spot, Heard heard) {
    var summary = new HashMap<>(Walk.summary(spot.flow(), spot.open()));
    summary.put("question", spot.question(heard.language()).ask(spot.step(), 0).text());
    return new Outcome(
        spot.over(spot.open(), heard).in(List.of()),
        List.of(new Act.HandOver(new Handover(NOT_UNDERSTOOD, summary))));
  }
}
