package deskbell.dialog;

import deskbell.conversation.CallResult;
import deskbell.conversation.EntityType;
import deskbell.conversation.Language;
import deskbell.conversation.Understood;
import deskbell.dialog.flow.Flow;
import deskbell.dialog.flow.Operation;
import deskbell.dialog.flow.Step;
import deskbell.dialog.flow.Telling;
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
  private final Thresholds thresholds;
  private final Stack stack;
  private final Progress progress;
  private final Response response;

  /** A dialogue over these flows. */
  public FlowDialogue(Flows flows) {
    this(flows, Thresholds.DEFAULTS);
  }

  /** A dialogue over these flows that is surer, or less sure, before it believes an intent. */
  public FlowDialogue(Flows flows, Thresholds thresholds) {
    this(() -> flows, thresholds);
  }

  /**
   * A dialogue over flows that may change between turns. Conversations stay in the edition that
   * they began with as long as it is among them.
   */
  public FlowDialogue(Supplier<Flows> flows) {
    this(flows, Thresholds.DEFAULTS);
  }

  private FlowDialogue(Supplier<Flows> flows, Thresholds thresholds) {
    this.flows = flows;
    this.thresholds = thresholds;
    this.stack = new Stack(flows);
    this.progress = new Progress(flows, stack);
    this.response = new Response(stack, progress);
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
  public Disclosed disclosed(DialogState state) {
    return flows.get().disclosed(state);
  }

  @Override
  public DialogState left(DialogState state, Heard heard) {
    return Opening.left(flows.get(), state, heard.now().toInstant());
  }

  @Override
  public Outcome start(DialogState state, String id, Heard heard) {
    var known = Stack.readable(state) ? state : state.in(List.of());
    return flows
        .get()
        .flow(id)
        .map(flow -> begun(known, flow, heard))
        .orElseGet(() -> stack.lost(known, id, heard));
  }

  /** Above the open flow, or in its place where the shopper has thought again. */
  private Outcome begun(DialogState state, Flow flow, Heard heard) {
    var replaced = heard.chosen().isEmpty() && Words.replaces(heard.understood().text());
    return (replaced ? stack.waiting(state) : Optional.<Spot>empty())
        .map(spot -> progress.instead(spot, flow, heard))
        .orElseGet(() -> progress.begun(state, flow, Map.of(), new Telling(state.told()), heard));
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
        spot -> spot.asks() ? response.missed(spot, heard) : new Outcome(state, List.of()));
  }

  @Override
  public Outcome remind(DialogState state, Heard heard) {
    return stack.remind(state, heard);
  }

  private Outcome heard(Spot spot, Heard heard) {
    var ears =
        new Ears(thresholds, intent -> starts(intent, heard), spot.flow(), spot.open(), heard);
    if (spot.open().recalls()) {
      return response.atRecall(ears.atRecall(), spot, heard);
    }
    var aside = new Interjections(thresholds, spot, heard);
    return switch (spot.step()) {
      case Step.Collect collect ->
          response.to(aside.meaning().orElseGet(() -> ears.at(collect)), spot, collect.id(), heard);
      case Step.Confirm confirm ->
          response.to(
              aside.meaning().orElseGet(() -> ears.at(confirm)), spot, confirm.next(), heard);
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
}
