package deskbell;

import deskbell.answering.Skills;
import deskbell.dialog.Dialogue;
import deskbell.dialog.FlowDialogue;
import deskbell.dialog.Flows;
import deskbell.understanding.Catalogue;
import deskbell.understanding.FusedInterpreter;
import java.time.Clock;
import java.util.function.Supplier;

/** What the bot understands and which flows it knows; owns the voters. */
record Mind(Voters voters, FusedInterpreter interpreter, Skills skills, Dialogue dialogue)
    implements AutoCloseable {
  /** Reads the model; a mistake in it stops the start. Blocks for the disk. */
  static Mind open(Settings settings, Supplier<Flows> flows, Catalogue wares, Clock clock) {
    var dialogue = new FlowDialogue(flows);
    var voters = Voters.open(settings.model, settings.voters);
    return new Mind(voters, voters.interpreter(wares, clock), voters.skills(wares), dialogue);
  }

  @Override
  public void close() {
    voters.close();
  }
}
