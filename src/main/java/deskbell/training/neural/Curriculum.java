package deskbell.training.neural;

import deskbell.conversation.Invalid;
import java.util.ArrayList;
import java.util.List;

/**
 * What a Transformer is taught one after the other: to fill gaps, then rounds over all tasks
 * together. Each round begins with the best weights of the one before and with a step size that
 * grows and falls anew (warm restarts, Loshchilov 2017).
 *
 * @param gapEpochs times that every text is filled before anything else; 0 for not at all
 * @param rounds one at least
 */
public record Curriculum(int gapEpochs, List<TransformerSettings> rounds) {
  /** Times that the shipped Transformer does every exercise: what ninety minutes have room for. */
  private static final int EPOCHS = 11;

  /** Times that every text of a shop is filled. */
  private static final int GAP_EPOCHS = 2;

  /** Of all epochs from nothing, one in so many belongs to the second round. */
  private static final int SECOND_SHARE = 3;

  public Curriculum {
    rounds = List.copyOf(rounds);
    if (gapEpochs < 0) {
      throw new Invalid("gapEpochs", "is " + gapEpochs + "; must be at least 0");
    }
    if (rounds.isEmpty()) {
      throw new Invalid("rounds", "is empty");
    }
  }

  /** From nothing, in as many epochs as the shipped Transformer. */
  public static Curriculum fromNothing() {
    return fromNothing(EPOCHS);
  }

  /** From nothing, in so many epochs: a long round with great steps, a short one with lesser. */
  public static Curriculum fromNothing(int epochs) {
    int second = epochs / SECOND_SHARE;
    var rounds = new ArrayList<TransformerSettings>();
    rounds.add(TransformerSettings.DEFAULTS.withEpochs(epochs - second));
    if (second > 0) {
      rounds.add(TransformerSettings.CONTINUED.withEpochs(second));
    }
    return new Curriculum(GAP_EPOCHS, rounds);
  }

  /** A single round, after so many epochs of gaps. */
  public static Curriculum single(int gapEpochs, TransformerSettings settings) {
    return new Curriculum(gapEpochs, List.of(settings));
  }

  /** The same on this many threads. */
  public Curriculum withThreads(int count) {
    return new Curriculum(
        gapEpochs, rounds.stream().map(round -> round.withThreads(count)).toList());
  }
}
