package deskbell;

import deskbell.answering.Rewriter;
import deskbell.dialog.Dialogue;
import deskbell.dialog.FlowDialogue;
import deskbell.dialog.Flows;
import deskbell.understanding.Catalogue;
import deskbell.understanding.FusedInterpreter;
import java.time.Clock;

/** What the bot understands and which flows it knows, read from files once; owns the voters. */
record Mind(Voters voters, FusedInterpreter interpreter, Dialogue dialogue)
    implements AutoCloseable {
  /** Reads model and flows; a mistake in either stops the start. Blocks for the disk. */
  static Mind open(Settings settings, Catalogue wares, Clock clock) {
    var dialogue = new FlowDialogue(Flows.load(settings.dialogFlows));
    var voters = Voters.open(settings.model, settings.voters);
    return new Mind(voters, voters.interpreter(wares, clock), dialogue);
  }

  /** Rewrites follow-ups as far as the model can. */
  Rewriter rewriter() {
    return voters.rewriter().<Rewriter>map(by -> by::alone).orElse(Rewriter.NONE);
  }

  @Override
  public void close() {
    voters.close();
  }
}
