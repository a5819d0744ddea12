package deskbell.answering;

import deskbell.conversation.CallResult;
import deskbell.conversation.EntityType;
import deskbell.conversation.Language;
import deskbell.conversation.Reply;
import deskbell.conversation.Understood;
import deskbell.dialog.Act;
import deskbell.dialog.DialogState;
import deskbell.dialog.Dialogue;
import deskbell.dialog.Disclosed;
import deskbell.dialog.Heard;
import deskbell.dialog.OpenFlow;
import deskbell.dialog.Outcome;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** One flow in earnest, track-order: asks for a number, looks it up, says what the shop said. */
final class ScriptedDialogue implements Dialogue {
  private static final String FLOW = "track-order";

  private Heard startedBy;

  /** What the flow was last started by. */
  Heard startedBy() {
    return startedBy;
  }

  @Override
  public Set<String> flowsFor(String intent) {
    return flowFor(intent).map(Set::of).orElse(Set.of());
  }

  @Override
  public Optional<String> flowFor(String intent, Understood message, boolean vouched) {
    return flowFor(intent);
  }

  private static Optional<String> flowFor(String intent) {
    return switch (intent) {
      case "track_order" -> Optional.of(FLOW);
      case "return_item" -> Optional.of("return-item");
      default -> Optional.empty();
    };
  }

  @Override
  public String title(String flow, Language language) {
    return "title of " + flow;
  }

  @Override
  public Set<EntityType> takes(String flow) {
    return Set.of(EntityType.ORDER_NUMBER, EntityType.EMAIL);
  }

  @Override
  public DialogState left(DialogState state, Heard heard) {
    return state.in(List.of());
  }

  @Override
  public Disclosed disclosed(DialogState state) {
    return new Disclosed(state, true);
  }

  @Override
  public Outcome start(DialogState state, String flow, Heard heard) {
    startedBy = heard;
    return say("Which order?", open());
  }

  @Override
  public Outcome hear(DialogState state, Heard heard) {
    var text = heard.understood().text();
    if (!text.startsWith("LL")) {
      return new Outcome(state, List.of(new Act.NotForMe("order")));
    }
    return new Outcome(
        state, List.of(new Act.CallShop(FLOW + "/find", "find_order", Map.of("order", text))));
  }

  @Override
  public boolean answers(DialogState state, Heard heard) {
    return heard.understood().text().startsWith("LL");
  }

  @Override
  public Outcome resume(DialogState state, CallResult result, Heard heard) {
    return say("It is " + result.outcome(), DialogState.IDLE);
  }

  @Override
  public Outcome missed(DialogState state, Heard heard) {
    return say("Which order, please?", state);
  }

  @Override
  public Outcome remind(DialogState state, Heard heard) {
    return say("Back to your order: which one?", state);
  }

  private static DialogState open() {
    return new DialogState(
        DialogState.VERSION, List.of(new OpenFlow(FLOW, "find", Map.of(), Map.of(), 0)));
  }

  private static Outcome say(String text, DialogState state) {
    return new Outcome(state, List.of(new Act.Say(Reply.of(text))));
  }
}
