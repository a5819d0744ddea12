package deskbell.answering;

import deskbell.conversation.Choice;
import deskbell.conversation.IntentScore;
import deskbell.conversation.Understood;
import deskbell.dialog.Dialogue;
import deskbell.knowledge.Passage;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** The ways to take a message: what its intents may start and which articles may answer. Pure. */
final class Readings {
  private final Dialogue dialogue;

  Readings(Dialogue dialogue) {
    this.dialogue = dialogue;
  }

  /** All ways to take a message, the likeliest first. */
  List<Reading> of(Understood message, boolean vouched, List<Passage> passages) {
    var readings = new ArrayList<Reading>();
    message.intents().stream()
        .map(score -> ofIntent(score, message, vouched))
        .forEach(readings::addAll);
    passages.stream().map(Readings::ofPassage).forEach(readings::add);
    readings.sort(Comparator.comparingDouble(Reading::confidence).reversed());
    return readings;
  }

  private List<Reading> ofIntent(IntentScore score, Understood message, boolean vouched) {
    var intent = score.intent();
    if (intent.equals(IntentScore.OUT_OF_SCOPE)) {
      return List.of(reading(new Decision.Unknown(), score, Optional.empty()));
    }
    if (intent.equals(Decider.CONTACT_HUMAN)) {
      var label = Phrases.person(message.language());
      return List.of(reading(new Decision.Person("asked"), score, Optional.of(label)));
    }
    if (Decider.TALK.contains(intent)) {
      return List.of(reading(new Decision.Talk(intent), score, Optional.empty()));
    }
    return dialogue
        .flowFor(intent, message, vouched)
        .map(flow -> reading(new Decision.Start(flow), score, label(flow, message)))
        .map(List::of)
        .orElse(List.of());
  }

  private Optional<Choice> label(String flow, Understood message) {
    return Optional.of(new Choice(dialogue.title(flow, message.language()), Decider.FLOW + flow));
  }

  private static Reading reading(Decision decision, IntentScore score, Optional<Choice> label) {
    return new Reading(decision, score.confidence(), score.intent(), label);
  }

  private static Reading ofPassage(Passage passage) {
    return new Reading(
        new Decision.Tell(passage),
        passage.confidence(),
        passage.intent().orElse(Decider.ARTICLE + passage.id()),
        Optional.of(choice(passage)));
  }

  /** The choice that stands for an article. */
  static Choice choice(Passage passage) {
    return new Choice(passage.question(), Decider.ARTICLE + passage.id());
  }
}
