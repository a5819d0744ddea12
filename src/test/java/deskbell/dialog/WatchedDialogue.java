package deskbell.dialog;

import deskbell.conversation.CallResult;
import deskbell.conversation.EntityType;
import deskbell.conversation.Language;
import deskbell.conversation.Understood;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** A dialogue that keeps what was heard and what came of it. Belongs to one conversation. */
public final class WatchedDialogue implements Dialogue {
  private final Dialogue inner;
  private final List<Exchange> exchanges = new ArrayList<>();

  /** Which way the dialogue was asked. */
  enum Way {
    START,
    HEAR,
    RESUME,
    MISSED,
    REMIND
  }

  /** One decision: the state before it, what was heard, and what it led to. */
  public record Exchange(Way way, DialogState before, Heard heard, Outcome outcome) {}

  /** Watches this dialogue. */
  public WatchedDialogue(Dialogue inner) {
    this.inner = inner;
  }

  /** What has happened so far. */
  public List<Exchange> exchanges() {
    return List.copyOf(exchanges);
  }

  private Outcome kept(Way way, DialogState before, Heard heard, Outcome outcome) {
    exchanges.add(new Exchange(way, before, heard, outcome));
    return outcome;
  }

  @Override
  public Set<String> flowsFor(String intent) {
    return inner.flowsFor(intent);
  }

  @Override
  public Optional<String> flowFor(String intent, Understood message, boolean vouched) {
    return inner.flowFor(intent, message, vouched);
  }

  @Override
  public String title(String flow, Language language) {
    return inner.title(flow, language);
  }

  @Override
  public Set<EntityType> takes(String flow) {
    return inner.takes(flow);
  }

  @Override
  public DialogState left(DialogState state, Heard heard) {
    return inner.left(state, heard);
  }

  @Override
  public Disclosed disclosed(DialogState state) {
    return inner.disclosed(state);
  }

  @Override
  public boolean answers(DialogState state, Heard heard) {
    return inner.answers(state, heard);
  }

  @Override
  public Outcome start(DialogState state, String flow, Heard heard) {
    return kept(Way.START, state, heard, inner.start(state, flow, heard));
  }

  @Override
  public Outcome hear(DialogState state, Heard heard) {
    return kept(Way.HEAR, state, heard, inner.hear(state, heard));
  }

  @Override
  public Outcome resume(DialogState state, CallResult result, Heard heard) {
    return kept(Way.RESUME, state, heard, inner.resume(state, result, heard));
  }

  @Override
  public Outcome missed(DialogState state, Heard heard) {
    return kept(Way.MISSED, state, heard, inner.missed(state, heard));
  }

  @Override
  public Outcome remind(DialogState state, Heard heard) {
    return kept(Way.REMIND, state, heard, inner.remind(state, heard));
  }
}
