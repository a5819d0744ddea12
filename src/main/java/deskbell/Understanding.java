package deskbell;

import deskbell.answering.NeuralScorer;
import deskbell.answering.Skills;
import deskbell.answering.excerpt.Scorer;
import deskbell.conversation.Language;
import deskbell.conversation.Understood;
import deskbell.shop.demo.DemoCatalogue;
import deskbell.understanding.Interpreter;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;

/** Understanding without a running shop, for commands: the demo shop's products, and a model. */
final class Understanding implements ClosableInterpreter {
  private final Voters voters;
  private final Interpreter interpreter;
  private final Skills skills;

  private Understanding(Voters voters, Clock clock) {
    this.voters = voters;
    var wares = new ShopWares();
    wares.changed(DemoCatalogue.read());
    interpreter = voters.interpreter(wares, clock);
    skills = voters.skills(wares);
  }

  @Override
  public Skills skills() {
    return skills;
  }

  /** Opens a model, or the shipped one, with all its voters. Blocks for the disk. */
  static Understanding open(Optional<Path> model) {
    return open(model, Voters.ALL);
  }

  /** Opens a model, or the shipped one, with these voters. Blocks for the disk. */
  static Understanding open(Optional<Path> model, List<String> heard) {
    return open(model, heard, Clock.system(ZoneId.systemDefault()));
  }

  /** The same, with the days of this clock. */
  static Understanding open(Optional<Path> model, List<String> heard, Clock clock) {
    return new Understanding(Voters.open(model, heard), clock);
  }

  /** Says how likely questions are; empty where the model holds no Transformer. */
  Optional<Scorer> scorer() {
    return voters.transformer().map(service -> new NeuralScorer(service)::likelihoods);
  }

  @Override
  public Understood understand(String text, Optional<Language> expected) {
    return interpreter.understand(text, expected);
  }

  @Override
  public void close() {
    voters.close();
  }
}
