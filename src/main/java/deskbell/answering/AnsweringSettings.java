package deskbell.answering;

import deskbell.conversation.Invalid;
import java.time.Duration;

/**
 * What the answering room may be told.
 *
 * @param certain confidence from which a single reading is acted on
 * @param plausible confidence from which a reading is worth asking about
 * @param margin two readings closer than this are both asked about
 * @param missesBeforePerson turns in a row without an answer after which a person is called
 * @param callsPerTurn calls of the shop that one turn may make
 * @param waitingTurns turns that may wait in all mailboxes together; more are left to the sweep
 * @param answerWithin time one turn may take before it is answered with an apology
 * @param sweepEvery how often unanswered turns are looked for
 * @param sweepAge how old an unanswered turn is before another node takes it up
 * @param workers threads that understand and search; more than processors, since they wait for the
 *     model, which computes together what waits together
 * @param workerQueue calls that may wait for a worker
 * @param workerTime time one understanding or one search may take: the model may be asked three
 *     times in it, and each time be waited for in vain
 * @param historyTurns earlier messages of the shopper that a follow-up may refer to
 * @param followUpWithin how long ago they may have been said
 */
public record AnsweringSettings(
    double certain,
    double plausible,
    double margin,
    int missesBeforePerson,
    int callsPerTurn,
    int waitingTurns,
    Duration answerWithin,
    Duration sweepEvery,
    Duration sweepAge,
    int workers,
    int workerQueue,
    Duration workerTime,
    int historyTurns,
    Duration followUpWithin) {
  public AnsweringSettings {
    share("certain", certain);
    share("plausible", plausible);
    if (plausible > certain) {
      throw new Invalid("plausible", "is " + plausible + "; at most certain, " + certain);
    }
  }

  private static void share(String name, double value) {
    if (!(value >= 0 && value <= 1)) {
      throw new Invalid(name, "is " + value + "; from 0 to 1");
    }
  }

  /** The values used where nothing else is said. */
  public static final AnsweringSettings DEFAULTS =
      new AnsweringSettings(
          0.5,
          0.25,
          0.1,
          2,
          6,
          10_000,
          Duration.ofSeconds(20),
          Duration.ofSeconds(2),
          Duration.ofSeconds(10),
          4 * Math.max(2, Runtime.getRuntime().availableProcessors()),
          2_000,
          Duration.ofSeconds(7),
          2,
          Duration.ofMinutes(30));

  /** These settings with other thresholds. */
  public AnsweringSettings withThresholds(
      double otherCertain, double otherPlausible, double otherMargin) {
    return new AnsweringSettings(
        otherCertain,
        otherPlausible,
        otherMargin,
        missesBeforePerson,
        callsPerTurn,
        waitingTurns,
        answerWithin,
        sweepEvery,
        sweepAge,
        workers,
        workerQueue,
        workerTime,
        historyTurns,
        followUpWithin);
  }

  /** These settings with other thresholds and the same margin. */
  public AnsweringSettings withThresholds(double otherCertain, double otherPlausible) {
    return withThresholds(otherCertain, otherPlausible, margin);
  }
}
