package deskbell.rehearsal.crowd;

import deskbell.answering.Answer;
import deskbell.conversation.Identity;
import deskbell.conversation.Language;
import deskbell.rehearsal.StageClock;
import deskbell.rehearsal.Talk;
import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;

/**
 * A shopper without a plan, but with a temper: what somebody does most often differs from one to
 * the next. Belongs to one conversation.
 */
final class RandomShopper {
  private static final Map<Manner, Integer> USUAL = new EnumMap<>(Manner.class);
  private static final int FAVOURITES = 3;
  private static final int FAVOURED = 60;
  private static final int HUNDRED = 100;
  private static final int SWITCHES = 3;
  private static final int HOUR_AWAY = 3;
  private static final int DAY_AWAY = 5;
  private static final int VOUCHED_ONE_IN = 3;
  private static final int STUBBORN_ONE_IN = 10;
  private static final int MEAN_TURNS = 12;
  private static final int MOST_TURNS = 60;

  static {
    USUAL.put(Manner.ANSWERS, 30);
    USUAL.put(Manner.PRESSES, 20);
    USUAL.put(Manner.ATTEMPTS, 10);
    USUAL.put(Manner.CORRECTS, 8);
    USUAL.put(Manner.ASKS, 8);
    USUAL.put(Manner.INTERRUPTS, 8);
    USUAL.put(Manner.STEERS, 8);
    USUAL.put(Manner.STRAYS, 5);
    USUAL.put(Manner.RECITES, 5);
  }

  private final Repertoire repertoire;
  private final Random random;
  private final Map<Manner, Integer> temper = new EnumMap<>(USUAL);
  private final int turns;
  private Language language;
  private String last = "";

  RandomShopper(Repertoire repertoire, Random random) {
    this.repertoire = repertoire;
    this.random = random;
    language = Repertoire.pick(List.of(Language.values()), random);
    for (int i = 0; i < random.nextInt(FAVOURITES); i++) {
      temper.merge(Repertoire.pick(List.of(Manner.values()), random), FAVOURED, Integer::sum);
    }
    temper.merge(Manner.ALARMS, 1, Integer::sum);
    turns = turns();
  }

  /** Most are short; a few don't give up. */
  private int turns() {
    if (random.nextInt(STUBBORN_ONE_IN) == 0) {
      return MOST_TURNS;
    }
    return 1 + (int) Math.min(MOST_TURNS - 1, -Math.log(1 - random.nextDouble()) * MEAN_TURNS);
  }

  /** The widget's language. */
  Language language() {
    return language;
  }

  /** Whom the shop vouches for. */
  Optional<Identity> identity() {
    return random.nextInt(VOUCHED_ONE_IN) == 0
        ? Optional.of(new Identity("anna"))
        : Optional.empty();
  }

  /** Turns after which the shopper goes away. */
  int patience() {
    return turns;
  }

  /** Lets time pass before the next turn: a minute, seldom an hour or a day. */
  Duration silence(StageClock clock) {
    int chance = random.nextInt(HUNDRED);
    var time =
        chance < HOUR_AWAY
            ? Duration.ofHours(1)
            : chance < DAY_AWAY ? Duration.ofDays(1) : Duration.ofMinutes(1);
    clock.pass(time);
    return time;
  }

  /** What was typed or pressed last. */
  String last() {
    return last;
  }

  /** Takes the next turn. */
  Answer turn(Talk talk) {
    if (random.nextInt(HUNDRED) < SWITCHES) {
      language = language == Language.EN ? Language.ZH : Language.EN;
    }
    var manner = manner();
    if (manner == Manner.PRESSES && !talk.offered().isEmpty()) {
      var button = Repertoire.pick(talk.offered(), random);
      last = "[" + button.label() + "]";
      return talk.press(button);
    }
    last = repertoire.text(manner, language, waiting(talk), random);
    return talk.say(last);
  }

  private static Optional<Repertoire.Waiting> waiting(Talk talk) {
    var flows = talk.memory().dialog().flows();
    return flows.isEmpty()
        ? Optional.empty()
        : Optional.of(new Repertoire.Waiting(flows.getLast().flow(), flows.getLast().step()));
  }

  private Manner manner() {
    int chance = random.nextInt(temper.values().stream().mapToInt(weight -> weight).sum());
    for (var weight : temper.entrySet()) {
      chance -= weight.getValue();
      if (chance < 0) {
        return weight.getKey();
      }
    }
    throw new IllegalStateException("weights sum up to more than they are");
  }
}
