package deskbell.rehearsal;

import deskbell.answering.Answering;
import deskbell.answering.AnsweringSettings;
import deskbell.answering.FlowPlayer;
import deskbell.answering.Memory;
import deskbell.answering.Thinking;
import deskbell.dialog.Dialogue;
import deskbell.dialog.Flows;
import deskbell.dialog.flow.Conversation;
import deskbell.handoff.Hours;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * Runs written conversations through the bot's whole order of decisions. The shop's answers are
 * those of the file; people are always at the desk. Belongs to one thread.
 */
public final class Rehearsal {
  private final Witness witness;
  private final PlayedShop shop = new PlayedShop();
  private final StageClock clock;
  private final Answering answering;
  private final UnaryOperator<Memory> stored;

  /**
   * A rehearsal of these flows.
   *
   * @param thinking on the caller's thread, by this clock
   * @param stored writes a memory as the store does, and reads it back
   */
  public Rehearsal(
      Dialogue dialogue,
      Thinking thinking,
      AnsweringSettings settings,
      StageClock clock,
      UnaryOperator<Memory> stored) {
    this.witness = new Witness(dialogue);
    this.clock = clock;
    this.stored = stored;
    var player = new FlowPlayer(witness, shop, () -> Hours.ALWAYS, clock, settings.callsPerTurn());
    this.answering = new Answering(thinking, witness, player, settings, clock);
  }

  /** Runs every conversation of every flow. */
  public List<Verdict> runAll(Flows flows) {
    return flows.all().stream()
        .flatMap(flow -> flow.conversations().stream())
        .map(this::run)
        .toList();
  }

  /** Runs one conversation. */
  public Verdict run(Conversation conversation) {
    clock.set(conversation.today());
    var stage = new Stage(conversation, answering, stored, clock, shop, witness);
    try {
      stage.play();
      return verdict(conversation, stage, Optional.empty());
    } catch (Mismatch mismatch) {
      return verdict(conversation, stage, Optional.of(mismatch.failure()));
    }
  }

  private static Verdict verdict(
      Conversation conversation, Stage stage, Optional<Verdict.Failure> failure) {
    return new Verdict(conversation, stage.exchanges(), stage.transcript(), failure);
  }
}
