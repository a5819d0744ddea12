package deskbell.understanding;

/** One opinion on what a text means: the linear model, the Transformer, the nearest phrases. */
public interface IntentVoter {
  /** The name that configuration and reports use: {@code linear}. */
  String name();

  /** How likely each intent is. Pure computation; any thread. */
  Distribution vote(Utterance utterance);
}
