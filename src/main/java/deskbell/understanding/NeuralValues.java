package deskbell.understanding;

import deskbell.conversation.Busy;
import deskbell.conversation.Entity;
import deskbell.conversation.EntityType;
import deskbell.conversation.Language;
import deskbell.conversation.Unavailable;
import deskbell.neural.NeuralService;
import deskbell.neural.PlainText;
import deskbell.neural.Slot;
import deskbell.understanding.entity.EntityFinder;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Lets the Transformer name values of kinds of which rules found none: it knows from the sentence
 * that a number is a size, and the rules say what that number is worth. A value that they can't
 * read on its own is no use to a flow and left out, and where no word is one the model is not
 * asked; nor is it where it is busy. Any thread but an event loop.
 */
public final class NeuralValues implements LearntValues {
  private static final Logger LOG = LoggerFactory.getLogger(NeuralValues.class);

  /** Values are told in letters or digits; what is left of "it's" is no word. */
  private static final Pattern WORD =
      Pattern.compile("(?<![\\p{IsLatin}\\d.'’])[\\p{IsLatin}\\d]+(?:\\.\\d+)?");

  /** Names the values in a text in its plain form. */
  @FunctionalInterface
  interface Model {
    /**
     * The values, in the order of the text. May block.
     *
     * @throws Busy where too many wait
     * @throws Unavailable where it does not answer in time
     */
    List<Slot> slots(String text);
  }

  private final Model model;
  private final Set<EntityType> kinds;
  private final EntityFinder rules;

  /** Finds values of these kinds, as these rules read them. */
  public NeuralValues(NeuralService service, Set<EntityType> kinds, EntityFinder rules) {
    this(text -> slots(service, text), kinds, rules);
  }

  NeuralValues(Model model, Set<EntityType> kinds, EntityFinder rules) {
    this.model = model;
    this.kinds = Set.copyOf(kinds);
    this.rules = rules;
  }

  @Override
  public List<Entity> beside(List<Entity> found, String text, Language language, LocalDate today) {
    var known = found.stream().map(Entity::type).collect(Collectors.toUnmodifiableSet());
    if (!mayHold(text, language, today, known)) {
      return found;
    }
    var learnt =
        slots(text).stream()
            .flatMap(slot -> entity(slot, text, language, today).stream())
            .filter(entity -> !known.contains(entity.type()))
            .filter(entity -> found.stream().noneMatch(other -> overlap(entity, other)));
    return Stream.concat(found.stream(), learnt)
        .sorted(Comparator.comparingInt(Entity::start))
        .toList();
  }

  /** Whether a word of the text, on its own, may be a value that is not known yet. */
  private boolean mayHold(String text, Language language, LocalDate today, Set<EntityType> known) {
    return !known.containsAll(kinds)
        && WORD.matcher(text).results().map(MatchResult::group).distinct().toList().stream()
            .flatMap(word -> rules.find(word, language, today).stream())
            .map(Entity::type)
            .anyMatch(type -> kinds.contains(type) && !known.contains(type));
  }

  private static List<Slot> slots(NeuralService service, String text) {
    if (service.isCrowded()) {
      throw new Busy("The model has more to do than to name values");
    }
    return NeuralService.await(service.slots(text));
  }

  private List<Slot> slots(String text) {
    try {
      return model.slots(PlainText.of(text));
    } catch (Busy | Unavailable hindered) {
      LOG.debug("only rules find values: {}", hindered.getMessage());
      return List.of();
    }
  }

  private Optional<Entity> entity(Slot slot, String text, Language language, LocalDate today) {
    int start = text.toLowerCase(Locale.ROOT).indexOf(slot.value());
    return start < 0
        ? Optional.empty()
        : rules.find(slot.value(), language, today).stream()
            .filter(read -> kinds.contains(read.type()) && read.type().wire().equals(slot.name()))
            .map(
                read ->
                    new Entity(read.type(), read.value(), start + read.start(), start + read.end()))
            .findFirst();
  }

  private static boolean overlap(Entity one, Entity other) {
    return one.start() < other.end() && other.start() < one.end();
  }
}
