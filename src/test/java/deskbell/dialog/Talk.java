package deskbell.dialog;

import deskbell.conversation.CallResult;
import deskbell.conversation.Choice;
import deskbell.conversation.Identity;
import deskbell.conversation.Language;
import deskbell.conversation.Reply;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A conversation with the shipped flows, whose clock is turned by hand. */
final class Talk {
  private static final Dialogue DIALOGUE = new FlowDialogue(Flows.load(Path.of("dialog-flows")));
  private static final RuleInterpreter INTERPRETER = new RuleInterpreter();

  private final Language language;
  private final Optional<Identity> identity;
  private ZonedDateTime now = ZonedDateTime.of(2026, 11, 24, 12, 0, 0, 0, ZoneOffset.UTC);
  private Heard turn;
  private boolean afterPerson;
  private final Map<Transition, Long> moves = new HashMap<>();
  private Outcome last = new Outcome(DialogState.IDLE, List.of());

  Talk(Language language, Optional<Identity> identity) {
    this.language = language;
    this.identity = identity;
  }

  /** A conversation with somebody whom nobody knows. */
  static Talk in(Language language) {
    return new Talk(language, Optional.empty());
  }

  Talk starts(String flow, String text) {
    return took(DIALOGUE.start(last.state(), flow, heard(text, Optional.empty())));
  }

  /** The same with words that were revised before they were understood. */
  Talk starts(String flow, String said, String alone) {
    return took(DIALOGUE.start(last.state(), flow, heard(said, alone, Optional.empty())));
  }

  Talk says(String text) {
    return took(DIALOGUE.hear(last.state(), heard(text, Optional.empty())));
  }

  Talk presses(String value) {
    var label =
        choices().stream()
            .filter(choice -> choice.value().equals(value))
            .map(Choice::label)
            .findFirst()
            .orElseThrow(() -> new AssertionError("no button " + value + " in " + choices()));
    return took(DIALOGUE.hear(last.state(), heard(label, Optional.of(value))));
  }

  /** Leaves every flow: a person takes over, and hands back. */
  Talk leaves() {
    afterPerson = true;
    return took(new Outcome(DIALOGUE.left(last.state(), turn), List.of()));
  }

  Talk shop(String outcome, Map<String, String> facts) {
    call();
    return took(DIALOGUE.resume(last.state(), new CallResult(outcome, facts), turn));
  }

  Talk misses() {
    return took(DIALOGUE.missed(last.state(), heard("x", Optional.empty())));
  }

  Talk reminds() {
    return took(DIALOGUE.remind(last.state(), heard("x", Optional.empty())));
  }

  Talk passes(Duration time) {
    now = now.plus(time);
    return this;
  }

  private Talk took(Outcome outcome) {
    last = outcome;
    outcome.moves().forEach(move -> moves.merge(move, 1L, Long::sum));
    return this;
  }

  /** The ways gone so far, with how often. */
  Map<Transition, Long> moves() {
    return moves;
  }

  /** The call that the shop is to answer. */
  Act.CallShop call() {
    return (Act.CallShop) last.acts().getLast();
  }

  List<Act> acts() {
    return last.acts();
  }

  DialogState state() {
    return last.state();
  }

  OpenFlow open() {
    return last.state().flows().getLast();
  }

  /** What the bot said last, its replies in order. */
  List<String> words() {
    return replies().stream().map(Reply::text).toList();
  }

  List<Choice> choices() {
    return replies().getLast().choices();
  }

  private List<Reply> replies() {
    return last.acts().stream()
        .filter(Act.Say.class::isInstance)
        .map(act -> ((Act.Say) act).reply())
        .toList();
  }

  private Heard heard(String text, Optional<String> chosen) {
    return heard(text, text, chosen);
  }

  private Heard heard(String said, String alone, Optional<String> chosen) {
    var understood = INTERPRETER.understand(alone, Optional.of(language));
    turn = new Heard(understood, said, chosen, identity, now, afterPerson);
    return turn;
  }
}
