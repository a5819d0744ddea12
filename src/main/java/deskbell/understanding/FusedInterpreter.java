package deskbell.understanding;

import deskbell.conversation.Entity;
import deskbell.conversation.EntityType;
import deskbell.conversation.IntentScore;
import deskbell.conversation.Invalid;
import deskbell.conversation.Language;
import deskbell.conversation.Understood;
import deskbell.understanding.entity.EntityFinder;
import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Understands a text: its language, the entities in it, and what the voters of that language say it
 * means. Blocks as long as they do; any thread.
 */
public final class FusedInterpreter implements Interpreter {
  private static final int ALTERNATIVES = 5;

  /** How sure it is what a message means whose words leave no other way to take it. */
  private static final double TOLD = 0.85;

  private final Map<Language, FusedVoter> voters;
  private final EntityFinder entities;
  private final LearntValues learnt;
  private final Clock clock;

  /**
   * Understands by these voters; a language without one is heard by another language's. Relative
   * dates count from the clock's day in the clock's zone.
   */
  public FusedInterpreter(Map<Language, FusedVoter> voters, EntityFinder entities, Clock clock) {
    this(voters, entities, LearntValues.NONE, clock);
  }

  /**
   * The same with values that rules overlook. Voters are not told of them, as they have learnt
   * without.
   */
  public FusedInterpreter(
      Map<Language, FusedVoter> voters, EntityFinder entities, LearntValues learnt, Clock clock) {
    if (voters.isEmpty()) {
      throw new Invalid("model", "speaks no language");
    }
    this.voters = Map.copyOf(voters);
    this.entities = entities;
    this.learnt = learnt;
    this.clock = clock;
  }

  /** Every intent that a voter may name. */
  public Set<String> intents() {
    return voters.values().stream()
        .flatMap(voter -> voter.intents().stream())
        .collect(Collectors.toUnmodifiableSet());
  }

  @Override
  public Understood understand(String text, Optional<Language> expected) {
    var language = Languages.of(text, expected);
    var today = LocalDate.now(clock);
    var found = entities.find(text, language, today);
    var voter = voter(language);
    var opinions = voter.opinions(new Utterance(text, language, found));
    var fused = voter.fused(opinions);
    var meant = namesAnOrder(found) ? fused.without(IntentScore.OUT_OF_SCOPE) : fused;
    var settled = told(text, found).map(intent -> meant.atLeast(intent, TOLD)).orElse(meant);
    var ranked = settled.ranked(ALTERNATIVES);
    var all = learnt.beside(found, text, language, today);
    return new Understood(text, language, all, ranked, likeliest(opinions));
  }

  /** What a message means whose words leave no other way to take it. */
  private static Optional<String> told(String text, List<Entity> found) {
    if (Wishes.ofAKind(text, found)) {
      return Optional.of(Wishes.INTENT);
    }
    return PromotionCodes.named(text)
        ? Optional.of(PromotionCodes.INTENT)
        : Announcements.intent(text);
  }

  /** Whoever names an order wants something of the shop. */
  private static boolean namesAnOrder(List<Entity> found) {
    return found.stream().anyMatch(entity -> entity.type() == EntityType.ORDER_NUMBER);
  }

  private static Map<String, IntentScore> likeliest(Map<String, Distribution> opinions) {
    var likeliest = new HashMap<String, IntentScore>();
    if (opinions.size() > 1) {
      opinions.forEach((name, opinion) -> likeliest.put(name, opinion.ranked(1).getFirst()));
    }
    return likeliest;
  }

  private FusedVoter voter(Language language) {
    var own = voters.get(language);
    return own == null ? voters.values().iterator().next() : own;
  }
}
