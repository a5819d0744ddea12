package deskbell;

import deskbell.answering.Skills;
import deskbell.dialog.Dialogue;
import deskbell.dialog.FlowDialogue;
import deskbell.dialog.Flows;
import deskbell.understanding.Catalogue;
import deskbell.understanding.FusedInterpreter;
import java.time.Clock;

/** What the bot understands and which flows it knows, read from files once; owns the voters. */
record Mind(Voters voters, FusedInterpreter interpreter, Skills skills, Dialogue dialogue)
    implements AutoCloseable {
  /** Reads model and flows; a mistake in either stops the start. Blocks for the disk. */
  static Mind open(Settings settings, Catalogue wares, Clock clock) {
    var dialogue = new FlowDialogue(Flows.load(settings.dialogFlows));
    var voters = Voters.open(settings.model, settings.voters);
    return new Mind(voters, voters.interpreter(wares, clock), voters.skills(wares), dialogue);
  }

  @Override
  public void close() {
    voters.close();
  }
}
