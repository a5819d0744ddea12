package deskbell.training.neural;

import deskbell.conversation.Invalid;

/**
 * How a Transformer is trained.
 *
 * @param epochs times that every exercise is done, at most
 * @param batch exercises a step
 * @param rate the highest step size, after warming up
 * @param warmUp the share of all steps in which the step size grows from 0
 * @param decay of weights a step, times the step size (Loshchilov 2019)
 * @param clip the longest gradient; a longer one is shortened to it
 * @param smoothing the share of certainty that is given to all other answers (Szegedy 2016)
 * @param dropout the share of values that each layer forgets
 * @param leftOut the share of joins that the tokens of a text are cut without
 * @param noise the share of words that get a typing mistake
 * @param patience epochs without a better validation loss after which it ends
 * @param seed of everything random
 * @param threads that the engine uses
 */
public record TransformerSettings(
    int epochs,
    int batch,
    double rate,
    double warmUp,
    double decay,
    double clip,
    double smoothing,
    double dropout,
    double leftOut,
    double noise,
    int patience,
    int seed,
    int threads) {
  /** Chosen on validation examples of the shop's corpus; the epochs by the time they take. */
  public static final TransformerSettings DEFAULTS =
      new TransformerSettings(12, 32, 7e-4, 0.06, 0.05, 1.0, 0.1, 0.1, 0.1, 0.03, 8, 20_261_122, 2);

  /** For few examples, from a Transformer that knows the language already. */
  public static final TransformerSettings CONTINUED =
      new TransformerSettings(12, 32, 4e-4, 0.1, 0.05, 1.0, 0.1, 0.1, 0.1, 0.03, 4, 20_261_122, 2);

  public TransformerSettings {
    atLeastOne("epochs", epochs);
    atLeastOne("batch", batch);
    atLeastOne("patience", patience);
    atLeastOne("threads", threads);
    if (!(rate > 0)) {
      throw new Invalid("rate", "is " + rate + "; must be above 0");
    }
    share("warmUp", warmUp);
    share("smoothing", smoothing);
    share("dropout", dropout);
    share("leftOut", leftOut);
    share("noise", noise);
  }

  private static void atLeastOne(String field, int value) {
    if (value < 1) {
      throw new Invalid(field, "is " + value + "; must be at least 1");
    }
  }

  private static void share(String field, double value) {
    if (!(value >= 0 && value < 1)) {
      throw new Invalid(field, "is " + value + "; must be from 0 to below 1");
    }
  }

  /** The same for this many epochs. */
  public TransformerSettings withEpochs(int count) {
    return new TransformerSettings(
        count, batch, rate, warmUp, decay, clip, smoothing, dropout, leftOut, noise, patience, seed,
        threads);
  }

  /** The same on this many threads. */
  public TransformerSettings withThreads(int count) {
    return new TransformerSettings(
        epochs, batch, rate, warmUp, decay, clip, smoothing, dropout, leftOut, noise, patience,
        seed, count);
  }

  /** What tells one training from another: all but the threads, which only make it faster. */
  int fingerprint() {
    return withThreads(1).hashCode();
  }

  /** The step size of a step: a straight line up, then half a cosine down to 0. */
  double rate(long step, long steps) {
    double up = Math.max(1, warmUp * steps);
    if (step < up) {
      return rate * (step + 1) / up;
    }
    return rate * 0.5 * (1 + Math.cos(Math.PI * (step - up) / Math.max(1, steps - up)));
  }
}
