package deskbell.dialog;

import deskbell.conversation.Entity;
import deskbell.conversation.EntityType;
import deskbell.dialog.flow.Flow;
import deskbell.dialog.flow.Kind;
import deskbell.dialog.flow.Slot;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/**
 * What the entities of a message bring to the slots of a flow. Each entity goes to one slot: to the
 * one that is asked for, else to an empty one of its type, else it corrects a filled one.
 */
final class Finds {
  private static final Pattern FOUR_DIGITS = Pattern.compile("(?<![\\d])\\d{4}(?![\\d])");

  /** Four digits that are a clause of their own, but for what they are, and no year. */
  private static final Pattern CLAUSE_OF_FOUR =
      Pattern.compile(
          "(?:^|[,，;；、。\\n])\\s{0,4}(?:(?:my )?(?:手机|电话|phone|mobile)(?:号|是|number|is|[:： ]){0,4})?"
              + "\\s{0,3}((?!19|20)\\d{4})\\s{0,4}(?=$|[,，;；、。.\\n])",
          Pattern.CASE_INSENSITIVE);

  private static final Pattern NUMBER = Pattern.compile("0*([1-9]\\d{0,5})[.。]?");
  private static final int LAST = 4;
  private static final Set<EntityType> WHOLE =
      Set.of(
          EntityType.ORDER_NUMBER, EntityType.TRACKING_NUMBER, EntityType.EMAIL, EntityType.DATE);

  private final Flow flow;
  private final List<String> asked;
  private final Map<String, String> known;
  private final boolean correcting;
  private final Map<String, String> filled = new LinkedHashMap<>();
  private final Map<String, String> corrected = new LinkedHashMap<>();

  private Finds(Flow flow, List<String> asked, Map<String, String> known, boolean correcting) {
    this.correcting = correcting;
    this.flow = flow;
    this.asked = asked;
    this.known = known;
  }

  /**
   * The finds of a message.
   *
   * @param asked the slots that the open question is about; at a proposal none, and what a message
   *     brings is then rather a correction than something new
   * @param known what is filled already
   */
  static Finds of(Flow flow, List<String> asked, Map<String, String> known, Heard heard) {
    var understood = heard.understood();
    var finds = new Finds(flow, asked, known, asked.isEmpty() || Words.corrects(understood.text()));
    var entities = new ArrayList<>(understood.entities());
    finds.lastFour(understood.text(), entities).ifPresent(entities::add);
    finds.number(understood.text(), entities).ifPresent(entities::add);
    entities.removeIf(entity -> finds.stray(entity, understood.text()));
    entities.forEach(finds::place);
    return finds;
  }

  /** Slots that were empty. */
  Map<String, String> filled() {
    return filled;
  }

  /** Slots that held something else. */
  Map<String, String> corrected() {
    return corrected;
  }

  /** Both. */
  Map<String, String> all() {
    var all = new LinkedHashMap<>(filled);
    all.putAll(corrected);
    return all;
  }

  boolean answers() {
    return asked.stream().anyMatch(filled::containsKey);
  }

  private void place(Entity entity) {
    if (filled.containsValue(entity.value())) {
      return;
    }
    var slot =
        first(known -> asked.contains(known.name()) && empty(known), entity)
            .or(() -> first(other -> other.from().filter(asked::contains).isPresent(), entity));
    if (slot.isPresent()) {
      filled.put(slot.get().name(), entity.value());
    } else if (!known.containsValue(entity.value())) {
      placeUnasked(entity);
    }
  }

  private void placeUnasked(Entity entity) {
    var empty = first(slot -> slot.prefill() && slot.from().isEmpty() && empty(slot), entity);
    var wrong = correctable(entity);
    if (wrong.isPresent() && (correcting || empty.isEmpty())) {
      corrected.put(wrong.get().name(), entity.value());
    } else {
      empty.ifPresent(slot -> filled.put(slot.name(), entity.value()));
    }
  }

  /** The slot that the entity may correct: of several the one that the flow asks for last. */
  private Optional<Slot> correctable(Entity entity) {
    return flow.slots().values().stream()
        .filter(slot -> accepts(slot.kind(), entity))
        .filter(slot -> known.containsKey(slot.name()) && !filled.containsKey(slot.name()))
        .reduce((_, last) -> last);
  }

  private Optional<Slot> first(Predicate<Slot> rule, Entity entity) {
    return flow.slots().values().stream()
        .filter(slot -> accepts(slot.kind(), entity))
        .filter(rule)
        .findFirst();
  }

  private boolean empty(Slot slot) {
    return !known.containsKey(slot.name()) && !filled.containsKey(slot.name());
  }

  private static boolean accepts(Kind kind, Entity entity) {
    return switch (kind) {
      case Kind.OfEntity(var own) -> own == entity.type() && !lastFour(entity);
      case Kind.Phone() -> entity.type() == EntityType.PHONE;
      case Kind.Free _, Kind.Choice _, Kind.YesNo _, Kind.AnyOf _ -> false;
    };
  }

  private static boolean lastFour(Entity entity) {
    return entity.type() == EntityType.PHONE && entity.value().length() == LAST;
  }

  /** Four digits alone, at a question that is not for a phone: rather a try at what is asked. */
  private boolean stray(Entity entity, String text) {
    return lastFour(entity)
        && !asked.isEmpty()
        && !asksForPhone()
        && text.chars().noneMatch(Character::isLetter);
  }

  private boolean asksForPhone() {
    return asked.stream()
        .map(flow.slots()::get)
        .anyMatch(slot -> slot.kind() instanceof Kind.Phone);
  }

  /**
   * The last digits of a phone number: four digits within other words where they are asked for, a
   * clause of four beside an order number or as a correction.
   */
  private Optional<Entity> lastFour(String text, List<Entity> entities) {
    if (asksForPhone()) {
      return four(FOUR_DIGITS, 0, text, entities);
    }
    boolean besideAnOrder =
        entities.stream().map(Entity::type).anyMatch(EntityType.ORDER_NUMBER::equals);
    return besideAnOrder || (Words.corrects(text) && knowsPhone())
        ? four(CLAUSE_OF_FOUR, 1, text, entities)
        : Optional.empty();
  }

  private boolean knowsPhone() {
    return flow.slots().values().stream()
        .anyMatch(slot -> slot.kind() instanceof Kind.Phone && known.containsKey(slot.name()));
  }

  private static Optional<Entity> four(
      Pattern pattern, int group, String text, List<Entity> entities) {
    var plain = Normalizer.normalize(text, Normalizer.Form.NFKC);
    return pattern
        .matcher(plain.length() == text.length() ? plain : text)
        .results()
        .filter(found -> entities.stream().noneMatch(e -> covers(e, found.start(group))))
        .findFirst()
        .map(
            found ->
                new Entity(
                    EntityType.PHONE,
                    found.group(group),
                    found.start(group),
                    found.start(group) + LAST));
  }

  /** A bare number, where a quantity is asked for. */
  private Optional<Entity> number(String text, List<Entity> entities) {
    boolean asksForQuantity =
        asked.stream()
            .flatMap(name -> flow.slots().get(name).kind().entity().stream())
            .anyMatch(EntityType.QUANTITY::equals);
    var found = NUMBER.matcher(Normalizer.normalize(text, Normalizer.Form.NFKC).strip());
    return asksForQuantity && entities.isEmpty() && found.matches()
        ? Optional.of(new Entity(EntityType.QUANTITY, found.group(1), 0, text.length()))
        : Optional.empty();
  }

  private static boolean covers(Entity entity, int position) {
    return (WHOLE.contains(entity.type()) || entity.type() == EntityType.PHONE)
        && entity.start() <= position
        && position < entity.end();
  }
}
