package deskbell;

import deskbell.dialog.Dialogue;
import deskbell.dialog.FlowDialogue;
import deskbell.dialog.Flows;
import deskbell.shop.demo.DemoCatalogue;
import deskbell.understanding.Catalogue;
import deskbell.understanding.FusedInterpreter;
import deskbell.understanding.ModelDirectory;
import deskbell.understanding.entity.EntityFinder;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneId;
import java.util.Optional;

/** What the bot understands and which flows it knows, read from files once. */
record Mind(FusedInterpreter interpreter, Dialogue dialogue) {
  /** Reads model and flows; a mistake in either stops the start. Blocks for the disk. */
  static Mind open(Settings settings, Catalogue wares, Clock clock) {
    var voters = ModelDirectory.voters(settings.model);
    return new Mind(
        new FusedInterpreter(voters, new EntityFinder(wares), clock),
        new FlowDialogue(Flows.load(settings.dialogFlows)));
  }

  /**
   * Understanding without a running shop: the demo shop's products, and a model or the shipped one.
   */
  static FusedInterpreter offline(Optional<Path> model) {
    var wares = new ShopWares();
    wares.changed(DemoCatalogue.read());
    return new FusedInterpreter(
        ModelDirectory.voters(model),
        new EntityFinder(wares),
        Clock.system(ZoneId.systemDefault()));
  }
}
