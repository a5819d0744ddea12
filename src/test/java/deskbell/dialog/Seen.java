package deskbell.dialog;

import deskbell.conversation.Entity;
import deskbell.conversation.EntityType;
import deskbell.dialog.WatchedDialogue.Exchange;
import deskbell.dialog.WatchedDialogue.Way;
import deskbell.dialog.flow.Flow;
import deskbell.dialog.flow.Kind;
import deskbell.dialog.flow.Slot;
import deskbell.dialog.flow.Step;
import deskbell.dialog.flow.Telling;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * One decision of the dialogue, as {@link Move} looks at it.
 *
 * @param said what the shopper has written, as it was written: understanding may complete it
 */
record Seen(Flows flows, Exchange exchange, Set<String> said) {
  private static final Optional<EntityType> ORDER = Optional.of(EntityType.ORDER_NUMBER);

  Way way() {
    return exchange.way();
  }

  String text() {
    return exchange.heard().understood().text();
  }

  /** True where the shopper has written, and pressed no button. */
  boolean typed() {
    return exchange.heard().chosen().isEmpty() && (way() == Way.HEAR || way() == Way.START);
  }

  /** True where the message was taken for this. */
  boolean means(String meaning) {
    return line().filter(line -> line.split(" ", 2)[0].equals(meaning)).isPresent();
  }

  private Optional<String> line() {
    return exchange.outcome().why().stream()
        .filter(line -> line.startsWith("means: "))
        .map(line -> line.substring("means: ".length()))
        .findFirst();
  }

  /** The slots that the message was taken to be about. */
  private Set<String> named() {
    return line().map(line -> line.split("[ ,]+", -1)).stream()
        .flatMap(words -> List.of(words).stream().skip(1))
        .collect(Collectors.toSet());
  }

  /** What the message itself brings, but for what is taken from another slot's answer. */
  Set<String> newSlots() {
    var news = way() == Way.HEAR ? Set.copyOf(named()) : opened();
    return news.stream().filter(name -> slot(name).from().isEmpty()).collect(Collectors.toSet());
  }

  private Set<String> opened() {
    var known = new HashMap<String, String>();
    exchange.before().known().forEach((name, said) -> known.put(name, said.value()));
    exchange.before().flows().forEach(open -> known.putAll(open.slots()));
    return now().map(OpenFlow::slots).orElse(Map.of()).entrySet().stream()
        .filter(filled -> !filled.getValue().equals(known.get(filled.getKey())))
        .map(Map.Entry::getKey)
        .collect(Collectors.toSet());
  }

  /** True where the message answers another question than the one that is open. */
  boolean leavesTheQuestionOpen() {
    return asked()
        .filter(slot -> flow().members(slot.name()).stream().noneMatch(named()::contains))
        .isPresent();
  }

  /** True where a value is taken that the message doesn't hold: it points at one. */
  boolean points() {
    return named().stream().map(this::slot).anyMatch(this::unnamed);
  }

  /** True where something is known now that no message has named. */
  boolean takesUnnamed() {
    return now().map(OpenFlow::slots).orElse(Map.of()).keySet().stream()
        .filter(name -> was().filter(open -> open.slots().containsKey(name)).isEmpty())
        .map(this::slot)
        .anyMatch(this::unnamed);
  }

  private boolean unnamed(Slot slot) {
    return slot.kind().entity().isPresent()
        && exchange.heard().understood().entities().stream()
            .map(Entity::type)
            .noneMatch(slot.kind().entity().get()::equals)
        && now().map(open -> open.slots().get(slot.name())).filter(text()::contains).isEmpty();
  }

  /** True where the flow begins with an order that was talked about before, and not named again. */
  boolean knowsFromBefore() {
    boolean completed = !said.contains(text());
    return now().map(OpenFlow::slots).orElse(Map.of()).entrySet().stream()
        .filter(filled -> slot(filled.getKey()).kind().entity().equals(ORDER))
        .filter(filled -> completed || unnamed(slot(filled.getKey())))
        .map(filled -> Optional.ofNullable(exchange.before().known().get(filled.getKey())))
        .anyMatch(Optional::isPresent);
  }

  /** True where the message answers a question that has several buttons. */
  boolean picks() {
    return means("fills") && asked().isPresent() && !leavesTheQuestionOpen() && labels().size() > 1;
  }

  boolean saysALabel() {
    return labels().stream().anyMatch(label -> Words.same(text(), label));
  }

  /** True where a choice is answered in words that are none of its own. */
  boolean paraphrases() {
    return Words.ordinal(text()) == 0
        && asked()
            .filter(
                slot ->
                    slot.kind() instanceof Kind.Choice(var options)
                        && options.stream().noneMatch(option -> Picks.worded(option, text())))
            .isPresent();
  }

  private List<String> labels() {
    var open = was().orElseThrow();
    var language = exchange.heard().language();
    return Question.of(flow(), open, language, new Telling(Map.of())).buttons(step()).stream()
        .filter(button -> !button.value().equals(Buttons.SKIP))
        .map(button -> button.label())
        .toList();
  }

  boolean says() {
    return exchange.outcome().acts().stream().anyMatch(Act.Say.class::isInstance);
  }

  /** True where a flow has ended with this result. */
  boolean ends(String result) {
    return exchange.outcome().acts().stream()
        .anyMatch(act -> act instanceof Act.Ended(_, var reached) && reached.equals(result));
  }

  /** True where a flow has ended above one that now asks again. */
  boolean comesBackToTheFirst() {
    var acts = exchange.outcome().acts();
    boolean ended = acts.stream().anyMatch(Act.Ended.class::isInstance);
    return ended && now().isPresent() && acts.getLast() instanceof Act.Say;
  }

  /** True where the shopper has said nothing for so long. */
  boolean after(Duration silence) {
    return way() == Way.HEAR
        && was()
            .filter(open -> open.heardAt() > 0)
            .filter(open -> Said.since(silence, open.heardAt(), exchange.heard().now().toInstant()))
            .isPresent();
  }

  /** True where this is the answer with which so many have missed. */
  boolean reaches(int misses) {
    return now().filter(open -> open.misses() == misses).isPresent()
        && was().filter(open -> open.misses() == misses - 1).isPresent();
  }

  boolean asksWhetherItHolds() {
    return now().filter(OpenFlow::recalls).isPresent() && was().filter(OpenFlow::recalls).isEmpty();
  }

  private Optional<Slot> asked() {
    return was().isPresent() && step() instanceof Step.Collect(_, var slot, _)
        ? Optional.of(flow().slots().get(slot))
        : Optional.empty();
  }

  private Step step() {
    return flow().steps().get(was().orElseThrow().step());
  }

  private Optional<OpenFlow> was() {
    return last(exchange.before());
  }

  private Optional<OpenFlow> now() {
    return last(exchange.outcome().state());
  }

  private static Optional<OpenFlow> last(DialogState state) {
    return state.flows().isEmpty() ? Optional.empty() : Optional.of(state.flows().getLast());
  }

  /** The flow that the decision was about: the open one, or the one that begins. */
  private Flow flow() {
    var open = way() == Way.START ? now() : was();
    return flows.flow(open.orElseThrow().flow()).orElseThrow();
  }

  private Slot slot(String name) {
    return flow().slots().get(name);
  }
}
