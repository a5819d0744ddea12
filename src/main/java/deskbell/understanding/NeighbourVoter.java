package deskbell.understanding;

import deskbell.conversation.Language;
import java.util.List;

/**
 * Votes as the nearest training phrases do, each with the more weight the more it has in common
 * with the text. Where nothing is in common, every intent is as likely as another. Any thread.
 */
public final class NeighbourVoter implements IntentVoter {
  /** The voter's name in configuration and reports. */
  public static final String NAME = "neighbours";

  /** Phrases that are asked. */
  private static final int ASKED = 12;

  /** The power of likeness that a phrase counts with. */
  private static final double SHARPNESS = 3;

  /** What every intent has without any phrase, in phrases as like as the nearest. */
  private static final double DOUBT = 0.02;

  private final Neighbours neighbours;
  private final Language language;
  private final List<String> intents;

  /** A voter for texts of a language, over these intents. */
  public NeighbourVoter(Neighbours neighbours, Language language, List<String> intents) {
    this.neighbours = neighbours;
    this.language = language;
    this.intents = List.copyOf(intents);
  }

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public List<String> intents() {
    return intents;
  }

  @Override
  public Distribution vote(Utterance utterance) {
    var near = neighbours.nearest(utterance.text(), language, ASKED);
    double most = near.isEmpty() ? 1 : near.getFirst().likeness();
    var votes = new double[intents.size()];
    double sum = 0;
    for (var neighbour : near) {
      int intent = intents.indexOf(neighbour.intent());
      if (intent >= 0) {
        double vote = Math.pow(neighbour.likeness() / most, SHARPNESS);
        votes[intent] += vote;
        sum += vote;
      }
    }
    for (int i = 0; i < votes.length; i++) {
      votes[i] = (votes[i] + DOUBT) / (sum + DOUBT * votes.length);
    }
    return new Distribution(intents, votes);
  }
}
