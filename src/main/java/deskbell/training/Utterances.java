package deskbell.training;

import deskbell.understanding.Catalogue;
import deskbell.understanding.Utterance;
import deskbell.understanding.entity.EntityFinder;
import java.time.LocalDate;

/** Examples as voters are asked about them, with the entities that need no shop. Any thread. */
public final class Utterances {
  private final EntityFinder entities = new EntityFinder(Catalogue.EMPTY);
  private final LocalDate today;

  /** {@code today} gives relative dates their meaning. */
  public Utterances(LocalDate today) {
    this.today = today;
  }

  /** What a voter is told of an example. */
  public Utterance of(Example example) {
    var found = entities.find(example.text(), example.language(), today);
    return new Utterance(example.text(), example.language(), found);
  }
}
