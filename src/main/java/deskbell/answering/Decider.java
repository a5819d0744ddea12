package deskbell.answering;

import deskbell.conversation.Choice;
import deskbell.conversation.Entity;
import deskbell.conversation.IntentScore;
import deskbell.conversation.Understood;
import deskbell.dialog.Dialogue;
import deskbell.dialog.Inquiry;
import deskbell.knowledge.Passage;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Decides what a message means for the conversation. Pure: the same message, passages and memory
 * give the same decision. Immutable, any thread.
 */
final class Decider {
  /** The prefix of a choice that stands for an article. */
  static final String ARTICLE = "article:";

  /** The prefix of a choice that stands for a flow. */
  static final String FLOW = "flow:";

  /** The choice that asks for a person. */
  static final String PERSON = "person";

  /** The choice that rejects every reading offered. */
  static final String NONE = "none";

  /** A person because one is asked for. */
  static final Decision ASKED = new Decision.Person(Urgent.Kind.PERSON.reason());

  private static final int MOST_READINGS = 3;
  static final String CONTACT_HUMAN = "contact_human";
  private static final String ABUSE = "abuse";
  private static final String COMPLAINT = "complaint";
  static final Set<String> TALK =
      Set.of("greet", "goodbye", "thanks", "affirm", "deny", "bot_identity", "small_talk", ABUSE);

  private final Dialogue dialogue;
  private final AnsweringSettings settings;
  private final Readings readings;
  private final Urgent urgent = new Urgent();

  Decider(Dialogue dialogue, AnsweringSettings settings) {
    this.dialogue = dialogue;
    this.settings = settings;
    this.readings = new Readings(dialogue);
  }

  /**
   * What comes before everything else, also in the middle of a flow: a person, safety, threats,
   * anger, stop.
   *
   * @param upset turns before in which the shopper was rude or complained
   */
  Optional<Decision> first(String said, Understood message, boolean flowOpen, int upset) {
    var pressing =
        urgent
            .in(said, message.language())
            .<Decision>flatMap(
                kind ->
                    switch (kind) {
                      case SAFETY, THREAT, LEGAL, DISPUTE, ANGER ->
                          Optional.of(new Decision.Person(kind.reason()));
                      case PERSON -> Optional.of(ASKED);
                      case STOP -> flowOpen ? Optional.of(new Decision.Stop()) : Optional.empty();
                    });
    if (pressing.isPresent()) {
      return pressing;
    }
    if (certainly(CONTACT_HUMAN, message)) {
      return Optional.of(ASKED);
    }
    return upset > 0 && certainly(ABUSE, message)
        ? Optional.of(new Decision.Person(Urgent.Kind.ANGER.reason()))
        : Optional.empty();
  }

  /** True where a message shows that the shopper is upset: insults and complaints. */
  boolean upset(Understood message) {
    return certainly(ABUSE, message) || certainly(COMPLAINT, message);
  }

  private boolean certainly(String intent, Understood message) {
    var best = message.best();
    return best.intent().equals(intent) && best.confidence() >= settings.certain();
  }

  /**
   * One calibrated comparison of everything that the message may mean. A rejected message is asked
   * about where an article is sure of it: its confidence knows of the rejection already.
   *
   * @param vouched whether the shop has vouched for the shopper
   */
  Decision compare(
      Understood message, boolean vouched, List<Passage> passages, Collection<String> askedBefore) {
    var all = readings.of(message, vouched, passages);
    if (all.isEmpty()) {
      return new Decision.Unknown();
    }
    var best = all.getFirst();
    if (best.topic().equals(IntentScore.OUT_OF_SCOPE)) {
      return asked(labels(atLeast(settings.certain(), all)), new Decision.Unknown(), askedBefore);
    }
    if (best.confidence() < settings.certain()) {
      var offered =
          Stream.concat(labels(atLeast(settings.plausible(), all)), meant(message, passages));
      return asked(offered, new Decision.Unknown(), askedBefore);
    }
    var served = served(all, message);
    if (!served.isEmpty() && !served.equals(List.of(best))) {
      return served(served, best, askedBefore);
    }
    var rivals = rivals(all);
    return rivals.size() < 2
        ? errand(best, all, message)
        : asked(labels(rivals.stream()), best.decision(), askedBefore);
  }

  /**
   * An article about what a flow does: whoever wants it done gets the flow, whoever asks how it is
   * done the article, with the flow below it.
   */
  private Decision errand(Reading best, List<Reading> all, Understood message) {
    if (!(best.decision() instanceof Decision.Tell(var passage, _))) {
      return best.decision();
    }
    return atLeast(settings.certain(), all)
        .filter(reading -> reading.decision() instanceof Decision.Start)
        .filter(reading -> reading.topic().equals(best.topic()))
        .findFirst()
        .map(
            flow ->
                Inquiry.general(message.text())
                    ? new Decision.Tell(passage, flow.label())
                    : flow.decision())
        .orElse(best.decision());
  }

  /** True where some reading is certain, if not which: not one that rejects the message. */
  boolean certain(Understood message, boolean vouched, List<Passage> passages) {
    var all = readings.of(message, vouched, passages);
    return !all.isEmpty()
        && all.getFirst().confidence() >= settings.certain()
        && !all.getFirst().topic().equals(IntentScore.OUT_OF_SCOPE);
  }

  /**
   * The plausible flows that a message brings something for, such as an order number. What articles
   * say is true of every order, only a flow looks at this one; and with what it needs it acts at
   * once, so that it had better be the right one.
   */
  private List<Reading> served(List<Reading> readings, Understood message) {
    return switch (readings.getFirst().decision()) {
      case Decision.Tell _, Decision.Start _ ->
          atLeast(settings.plausible(), readings)
              .filter(reading -> brings(message, reading.decision()))
              .toList();
      case Decision.Person _,
          Decision.Stop _,
          Decision.Talk _,
          Decision.Clarify _,
          Decision.NoneOfThese _,
          Decision.Unknown _ ->
          List.of();
    };
  }

  /** The one flow of the best reading's topic; else asks which is meant. */
  private static Decision served(
      List<Reading> flows, Reading best, Collection<String> askedBefore) {
    var sameTopic = flows.stream().anyMatch(flow -> flow.topic().equals(best.topic()));
    if (sameTopic && flows.size() == 1) {
      return flows.getFirst().decision();
    }
    var readings = sameTopic ? flows.stream() : Stream.concat(flows.stream(), Stream.of(best));
    return asked(labels(readings), best.decision(), askedBefore);
  }

  private boolean brings(Understood message, Decision decision) {
    return decision instanceof Decision.Start(var flow)
        && message.entities().stream().map(Entity::type).anyMatch(dialogue.takes(flow)::contains);
  }

  /** Asks which is meant, or decides otherwise where there is nothing to ask or it was asked. */
  private static Decision asked(
      Stream<Choice> offered, Decision otherwise, Collection<String> askedBefore) {
    var choices = offered.distinct().limit(MOST_READINGS).toList();
    var question = new Decision.Clarify(choices);
    return choices.isEmpty() || askedBefore.contains(question.question()) ? otherwise : question;
  }

  /** The articles of an intent that is certain, though none of them is found to answer. */
  private Stream<Choice> meant(Understood message, List<Passage> passages) {
    var best = message.best();
    return passages.stream()
        .filter(_ -> best.confidence() >= settings.certain())
        .filter(passage -> passage.intent().equals(Optional.of(best.intent())))
        .map(Readings::choice);
  }

  /** The best reading and those of other topics that come close to it. */
  private List<Reading> rivals(List<Reading> readings) {
    var best = readings.getFirst();
    var rivals = new ArrayList<>(List.of(best));
    readings.stream()
        .filter(reading -> reading.confidence() > best.confidence() - settings.margin())
        .filter(reading -> reading.label().isPresent() && best.label().isPresent())
        .filter(
            reading -> rivals.stream().noneMatch(rival -> rival.topic().equals(reading.topic())))
        .forEach(rivals::add);
    return rivals;
  }

  private static Stream<Reading> atLeast(double confidence, List<Reading> readings) {
    return readings.stream().filter(reading -> reading.confidence() >= confidence);
  }

  private static Stream<Choice> labels(Stream<Reading> readings) {
    return readings.flatMap(reading -> reading.label().stream());
  }
}
