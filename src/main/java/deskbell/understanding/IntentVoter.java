package deskbell.understanding;

import java.util.List;

/** One opinion on what a text means: the linear model, the Transformer, the nearest phrases. */
public interface IntentVoter {
  /** The name that configuration and reports use: {@code linear}. */
  String name();

  /** Every intent that it may name. */
  List<String> intents();

  /** How likely each intent is. Pure computation; any thread. */
  Distribution vote(Utterance utterance);
}
