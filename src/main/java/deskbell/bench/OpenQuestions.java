package deskbell.bench;

import deskbell.bench.AnswersBench.Utterance;
import deskbell.conversation.IntentScore;
import deskbell.dialog.Act;
import deskbell.dialog.DialogState;
import deskbell.dialog.Dialogue;
import deskbell.dialog.Heard;
import deskbell.dialog.OpenFlow;
import deskbell.dialog.Outcome;
import deskbell.rehearsal.StageClock;
import deskbell.understanding.Interpreter;
import java.time.ZonedDateTime;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What becomes of utterances about something else that are said at an open question: they should be
 * left to the rest of the house, and nothing be done because of them. Three questions stand for the
 * others: for a number, among choices, and a proposal. One thread.
 */
final class OpenQuestions {
  private static final String ORDER = "LL20481234";
  private static final Set<String> REPLIES =
      Set.of("affirm", "deny", "contact_human", "abuse", "complaint");

  private static final List<Place> PLACES =
      List.of(
          new Place("cancel-order", "order", Map.of(), Set.of("cancel_order")),
          new Place(
              "return-item",
              "reason",
              Map.of("order", ORDER, "email", "anna@example.com"),
              Set.of("return_item", "damaged_item", "wrong_item", "size_help", "exchange_item")),
          new Place(
              "cancel-order",
              "confirm",
              Map.of("order", ORDER, "email", "anna@example.com"),
              Set.of("cancel_order")));

  private final Interpreter interpreter;
  private final StageClock clock;

  /** Understands with this, which had better remember. */
  OpenQuestions(Interpreter interpreter, StageClock clock) {
    this.interpreter = interpreter;
    this.clock = clock;
  }

  /**
   * Where somebody is asked.
   *
   * @param own intents that may answer here
   */
  private record Place(String flow, String step, Map<String, String> slots, Set<String> own) {}

  /** The figures, in one line. */
  String at(Dialogue dialogue, List<Utterance> utterances) {
    int others = 0;
    int left = 0;
    int taken = 0;
    int outside = 0;
    int outsideTaken = 0;
    for (var place : PLACES) {
      var state = state(place);
      for (var utterance : utterances) {
        if (REPLIES.contains(utterance.intent()) || place.own().contains(utterance.intent())) {
          continue;
        }
        var outcome = dialogue.hear(state, heard(utterance));
        boolean rejected = utterance.intent().equals(IntentScore.OUT_OF_SCOPE);
        if (rejected) {
          outside++;
          outsideTaken += taken(state, outcome) ? 1 : 0;
        } else {
          others++;
          left += outcome.acts().stream().anyMatch(Act.NotForMe.class::isInstance) ? 1 : 0;
          taken += taken(state, outcome) ? 1 : 0;
        }
      }
    }
    return String.format(
        Locale.ROOT,
        "of %d about something else %.3f left to the house, %.3f taken for an answer;"
            + " of %d out of scope %.3f taken",
        others,
        left / (double) others,
        taken / (double) others,
        outside,
        outsideTaken / (double) outside);
  }

  /** True where the flow has gone on, or over, because of it. */
  private static boolean taken(DialogState before, Outcome outcome) {
    var was = before.flows().getLast();
    return outcome.state().flows().isEmpty()
        || !step(outcome).equals(was.step())
        || !new HashSet<>(outcome.state().flows().getLast().slots().entrySet())
            .equals(was.slots().entrySet());
  }

  private static String step(Outcome outcome) {
    return outcome.state().flows().getLast().step();
  }

  private DialogState state(Place place) {
    var open =
        new OpenFlow(
            place.flow(),
            place.step(),
            place.slots(),
            Map.of("status", "delivered"),
            0,
            Set.of(),
            "",
            clock.instant().getEpochSecond(),
            false);
    return new DialogState(DialogState.VERSION, List.of(open));
  }

  private Heard heard(Utterance utterance) {
    return new Heard(
        interpreter.understand(utterance.text(), Optional.of(utterance.language())),
        Optional.empty(),
        Optional.empty(),
        ZonedDateTime.now(clock));
  }
}
