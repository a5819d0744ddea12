package deskbell;

import deskbell.answering.Skills;
import deskbell.dialog.Dialogue;
import deskbell.dialog.FlowDialogue;
import deskbell.dialog.Flows;
import deskbell.understanding.Catalogue;
import deskbell.understanding.FusedInterpreter;
import java.time.Clock;
import java.util.function.Supplier;

/** What the bot understands, what it can do beside, and which flows it knows. */
record Mind(FusedInterpreter interpreter, Skills skills, Dialogue dialogue) {
  /** A mind of these voters, which stay their owner's. */
  static Mind of(Voters voters, Supplier<Flows> flows, Catalogue wares, Clock clock) {
    var dialogue = new FlowDialogue(flows);
    return new Mind(voters.interpreter(wares, clock), voters.skills(wares), dialogue);
  }
}
