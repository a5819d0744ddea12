package deskbell.understanding;

import deskbell.conversation.Invalid;
import deskbell.conversation.Language;
import deskbell.conversation.Understood;
import deskbell.understanding.entity.EntityFinder;
import java.time.Clock;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Understands a text: its language, the entities in it, and what the voter of that language says it
 * means. Immutable; any thread.
 */
public final class FusedInterpreter implements Interpreter {
  private static final int ALTERNATIVES = 5;

  private final Map<Language, IntentVoter> voters;
  private final EntityFinder entities;
  private final Clock clock;

  /**
   * Understands by these voters; a language without one is heard by another language's. Relative
   * dates count from the clock's day in the clock's zone.
   */
  public FusedInterpreter(Map<Language, IntentVoter> voters, EntityFinder entities, Clock clock) {
    if (voters.isEmpty()) {
      throw new Invalid("model", "speaks no language");
    }
    this.voters = Map.copyOf(voters);
    this.entities = entities;
    this.clock = clock;
  }

  /** Understands where no shop's day matters, as in training: days begin at midnight UTC. */
  public FusedInterpreter(
      Map<Language, IntentVoter> voters, EntityFinder entities, InstantSource clock) {
    this(voters, entities, clock.withZone(ZoneOffset.UTC));
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
    var vote = voter(language).vote(new Utterance(text, language, found));
    return new Understood(text, language, found, vote.ranked(ALTERNATIVES));
  }

  private IntentVoter voter(Language language) {
    var own = voters.get(language);
    return own == null ? voters.values().iterator().next() : own;
  }
}
