package deskbell.training.learner;

import deskbell.conversation.Language;
import deskbell.knowledge.phrases.Phrase;
import deskbell.knowledge.phrases.PhraseIndex;
import deskbell.training.Example;
import deskbell.understanding.Distribution;
import deskbell.understanding.IntentVoter;
import deskbell.understanding.NeighbourVoter;
import deskbell.understanding.Neighbours;
import deskbell.understanding.Utterance;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** What several voters say of examples, over the same intents. One thread. */
final class Opinions implements AutoCloseable {
  private final List<String> intents;
  private final Map<IntentVoter, Function<Example, Utterance>> voters = new LinkedHashMap<>();
  private final PhraseIndex phrases;

  /** Begins with the nearest of the phrases that were learnt. */
  Opinions(List<String> intents, List<Example> learnt) {
    this.intents = intents;
    phrases = PhraseIndex.of(Language.EN, learnt.stream().map(Opinions::phrase).toList());
    Neighbours nearest =
        (text, _, most) ->
            phrases.nearest(text, most).stream()
                .map(near -> new Neighbours.Neighbour(near.label(), near.likeness()))
                .toList();
    add(new NeighbourVoter(nearest, Language.EN, intents), Opinions::bare);
  }

  private static Phrase phrase(Example example) {
    return new Phrase(example.text(), example.language(), example.intent());
  }

  /** An example without entities. */
  static Utterance bare(Example example) {
    return new Utterance(example.text(), example.language(), List.of());
  }

  /** Hears another voter, who is told of an example what {@code utterances} makes of it. */
  void add(IntentVoter voter, Function<Example, Utterance> utterances) {
    voters.put(voter, utterances);
  }

  /** Every voter's opinion, by name. */
  Map<String, Distribution> of(Example example) {
    var opinions = new LinkedHashMap<String, Distribution>();
    voters.forEach(
        (voter, utterances) ->
            opinions.put(voter.name(), within(voter.vote(utterances.apply(example)))));
    return opinions;
  }

  /** The same opinion over the set's intents alone. */
  private Distribution within(Distribution opinion) {
    if (opinion.intents().equals(intents)) {
      return opinion;
    }
    double[] shares = intents.stream().mapToDouble(opinion::probability).toArray();
    double sum = Arrays.stream(shares).sum();
    return new Distribution(intents, Arrays.stream(shares).map(share -> share / sum).toArray());
  }

  @Override
  public void close() {
    phrases.close();
  }
}
