package deskbell.training;

import deskbell.conversation.Entity;
import deskbell.conversation.EntityType;
import deskbell.understanding.Catalogue;
import deskbell.understanding.Utterance;
import deskbell.understanding.entity.EntityFinder;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Examples as voters are asked about them, with the entities that need no shop. A placeholder such
 * as {@code {order_number}}, which stands where personal data was, counts as an entity of its kind.
 * Any thread.
 */
public final class Utterances {
  private static final Pattern PLACEHOLDER =
      Pattern.compile("\\{(order_number|tracking_number|email|phone)}");

  private final EntityFinder entities = new EntityFinder(Catalogue.EMPTY);
  private final LocalDate today;

  /** {@code today} gives relative dates their meaning. */
  public Utterances(LocalDate today) {
    this.today = today;
  }

  /** What a voter is told of an example. */
  public Utterance of(Example example) {
    var text = example.text();
    var found = new ArrayList<>(entities.find(text, example.language(), today));
    PLACEHOLDER
        .matcher(text)
        .results()
        .forEach(
            hit -> {
              found.removeIf(entity -> entity.start() < hit.end() && hit.start() < entity.end());
              var type = EntityType.valueOf(hit.group(1).toUpperCase(Locale.ROOT));
              found.add(new Entity(type, hit.group(), hit.start(), hit.end()));
            });
    found.sort(Comparator.comparingInt(Entity::start));
    return new Utterance(text, example.language(), found);
  }
}
