package deskbell.rehearsal;

import deskbell.conversation.CallResult;
import deskbell.conversation.EntityType;
import deskbell.conversation.Language;
import deskbell.conversation.Understood;
import deskbell.dialog.Act;
import deskbell.dialog.DialogState;
import deskbell.dialog.Dialogue;
import deskbell.dialog.Disclosed;
import deskbell.dialog.Heard;
import deskbell.dialog.Outcome;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Sees what a dialogue does: answers tell what is said, and only in words for people what became of
 * flows. Belongs to one thread.
 */
public final class Witness implements Dialogue {
  private final Dialogue dialogue;
  private final List<Act.Ended> ended = new ArrayList<>();
  private Optional<Understood> aside = Optional.empty();

  /** Sees what this dialogue does. */
  public Witness(Dialogue dialogue) {
    this.dialogue = dialogue;
  }

  /** Forgets what it has seen. */
  public void turn() {
    ended.clear();
    aside = Optional.empty();
  }

  /** The flows that have ended since, in order. */
  public List<Act.Ended> ended() {
    return List.copyOf(ended);
  }

  /** What was answered beside the open flow; empty where nothing was. */
  public Optional<Understood> aside() {
    return aside;
  }

  private Outcome seen(Outcome outcome) {
    outcome.acts().stream()
        .filter(Act.Ended.class::isInstance)
        .map(Act.Ended.class::cast)
        .forEach(ended::add);
    return outcome;
  }

  @Override
  public Outcome start(DialogState state, String flow, Heard heard) {
    return seen(dialogue.start(state, flow, heard));
  }

  @Override
  public Outcome hear(DialogState state, Heard heard) {
    return seen(dialogue.hear(state, heard));
  }

  @Override
  public boolean answers(DialogState state, Heard heard) {
    return dialogue.answers(state, heard);
  }

  @Override
  public Outcome resume(DialogState state, CallResult result, Heard heard) {
    return seen(dialogue.resume(state, result, heard));
  }

  @Override
  public Outcome missed(DialogState state, Heard heard) {
    return seen(dialogue.missed(state, heard));
  }

  @Override
  public Outcome remind(DialogState state, Heard heard) {
    aside = Optional.of(heard.understood());
    return seen(dialogue.remind(state, heard));
  }

  @Override
  public Set<String> flowsFor(String intent) {
    return dialogue.flowsFor(intent);
  }

  @Override
  public Optional<String> flowFor(String intent, Understood message, boolean vouched) {
    return dialogue.flowFor(intent, message, vouched);
  }

  @Override
  public String title(String flow, Language language) {
    return dialogue.title(flow, language);
  }

  @Override
  public Set<EntityType> takes(String flow) {
    return dialogue.takes(flow);
  }

  @Override
  public DialogState left(DialogState state, Heard heard) {
    return dialogue.left(state, heard);
  }

  @Override
  public Disclosed disclosed(DialogState state) {
    return dialogue.disclosed(state);
  }
}
