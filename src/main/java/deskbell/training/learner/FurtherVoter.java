package deskbell.training.learner;

import deskbell.training.CorpusSplit;
import deskbell.training.Example;
import deskbell.understanding.IntentVoter;
import deskbell.understanding.Utterance;
import java.util.function.Function;

/** A voter that is measured beside the linear one and the nearest phrases. */
interface FurtherVoter {
  /** A voter, what it must be told of an example, and what to do when nobody asks it any more. */
  record Trained(IntentVoter voter, Function<Example, Utterance> utterances, Runnable close) {}

  /** Trains it; blocks as long as that takes. */
  Trained train(CorpusSplit examples);
}
