package deskbell.dialog;

import deskbell.conversation.IntentScore;
import deskbell.dialog.flow.Flow;
import deskbell.dialog.flow.Slot;
import deskbell.dialog.flow.Subject;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * What the intents of a message say to the flow that is open: yes, no, an answer that a slot
 * expects, the same again, or another flow. Belongs to one message.
 */
final class Intention {
  private static final String AFFIRM = "affirm";
  private static final String DENY = "deny";

  private final Thresholds thresholds;
  private final Predicate<String> startsAnotherFlow;
  private final OpenFlow open;
  private final Heard heard;
  private final String text;

  /**
   * The intents of one message.
   *
   * @param startsFlow tells of an intent whether it starts a flow
   */
  Intention(
      Thresholds thresholds, Predicate<String> startsFlow, Flow flow, OpenFlow open, Heard heard) {
    this.thresholds = thresholds;
    this.startsAnotherFlow = intent -> startsFlow.test(intent) && !flow.triggers().contains(intent);
    this.open = open;
    this.heard = heard;
    this.text = heard.understood().text();
  }

  /** True where a message is a yes to which nothing is added, in whatever words. */
  static boolean affirms(Thresholds thresholds, Heard heard) {
    var text = heard.understood().text();
    return heard.understood().confidence(AFFIRM) >= thresholds.answers()
        && Words.shortAndPlain(text)
        && Words.clauses(text).stream().noneMatch(Words::leaves);
  }

  /** True where a message is surely about something that the desk can help with. */
  static boolean surelyAbout(Thresholds thresholds, Heard heard) {
    var best = heard.understood().best();
    return best.confidence() >= thresholds.interruptsAnAnswer()
        && !best.intent().equals(IntentScore.OUT_OF_SCOPE);
  }

  /** What the message means at a proposal by its intents alone. */
  Meaning agreement() {
    if (affirms()) {
      return new Meaning.Agrees();
    }
    if (intends(DENY)) {
      return new Meaning.Denies();
    }
    return repeats() ? new Meaning.Misses() : new Meaning.Foreign();
  }

  /** True where the message is a yes to which nothing is added. */
  boolean affirms() {
    return affirms(thresholds, heard);
  }

  /** The value that a slot gives to an intent of the message. */
  Optional<String> answer(Slot slot) {
    return slot.expects().stream()
        .filter(expected -> expected.value().isPresent() && says(expected.intent()))
        .flatMap(expected -> expected.value().stream())
        .findFirst();
  }

  private boolean says(String intent) {
    return switch (intent) {
      case AFFIRM -> affirms();
      case DENY -> intends(DENY);
      default -> intends(intent) && !Words.asks(text);
    };
  }

  private boolean intends(String intent) {
    return heard.understood().confidence(intent) >= thresholds.answers();
  }

  /** True where the message sounds like what one of these slots expects to hear. */
  boolean expectedBy(Collection<Slot> slots) {
    return best().confidence() >= thresholds.interrupts() && slots.stream().anyMatch(this::expects);
  }

  private boolean expects(Slot slot) {
    return slot.expects().stream().anyMatch(one -> one.intent().equals(best().intent()));
  }

  /** True where the message only says again what the flow was started for. */
  boolean repeats() {
    return best().intent().equals(open.facts().get(Subject.INTENT))
        && best().confidence() >= thresholds.interrupts()
        && !Words.asks(text);
  }

  /** True where another flow is asked for, though the message answers as well. */
  boolean surelyAnother(Collection<Slot> answered) {
    // what happened to somebody sounds like a flow of its own, but asks for none
    return another(answered, thresholds.interruptsAnAnswer()) && Words.requests(text);
  }

  /**
   * True where the message is another flow's.
   *
   * @param answered the slots that it seems to be about; empty where it seems to answer nothing
   */
  boolean interrupts(boolean answers, List<Slot> answered) {
    return answers
        ? surelyAnother(answered) && !Words.littleBeside(heard.understood().entities(), text)
        : another(answered, thresholds.interrupts())
            && !Words.nothingBeside(heard.understood().entities(), text);
  }

  private boolean another(Collection<Slot> answered, double from) {
    return best().confidence() >= from
        && startsAnotherFlow.test(best().intent())
        && answered.stream().noneMatch(this::expects);
  }

  private IntentScore best() {
    return heard.understood().best();
  }
}
