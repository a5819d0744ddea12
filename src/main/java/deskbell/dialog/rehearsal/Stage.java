package deskbell.dialog.rehearsal;

import deskbell.conversation.CallResult;
import deskbell.conversation.Choice;
import deskbell.conversation.Entity;
import deskbell.conversation.Identity;
import deskbell.conversation.IntentScore;
import deskbell.conversation.Language;
import deskbell.conversation.Reply;
import deskbell.conversation.Understood;
import deskbell.dialog.Act;
import deskbell.dialog.DialogState;
import deskbell.dialog.Dialogue;
import deskbell.dialog.Heard;
import deskbell.dialog.Outcome;
import deskbell.dialog.flow.Conversation;
import deskbell.dialog.flow.Place;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.BiFunction;

/**
 * One run of one written conversation. What a flow leaves to others is decided as simply as
 * possible: another flow's intent starts that flow, a message that is understood as something else
 * counts as answered, the rest as missed. Where the bot would ask which flow is meant, the shopper
 * picks the conversation's own.
 */
final class Stage {
  /** From here on a message that the flow doesn't take counts as understood. */
  private static final double UNDERSTOOD = 0.4;

  /** From here on a flow is asked about beside another, as in the answering room. */
  private static final double PLAUSIBLE = 0.25;

  private final Dialogue dialogue;
  private final BiFunction<String, Optional<Language>, Understood> interpreter;
  private final Conversation conversation;
  private final Script script;
  private final List<String> transcript = new ArrayList<>();
  private DialogState state = DialogState.IDLE;
  private List<Choice> offered = List.of();
  private ZonedDateTime now;

  Stage(
      Dialogue dialogue,
      BiFunction<String, Optional<Language>, Understood> interpreter,
      Conversation conversation) {
    this.dialogue = dialogue;
    this.interpreter = interpreter;
    this.conversation = conversation;
    this.script = new Script(conversation);
    this.now = conversation.today().atTime(LocalTime.NOON).atZone(ZoneOffset.UTC);
  }

  List<String> transcript() {
    return transcript;
  }

  /** Plays all lines; what doesn't go as written is a {@link Mismatch}. */
  void play() {
    while (script.peek().isPresent()) {
      var place = script.place();
      switch (script.peek().get()) {
        case Conversation.Shopper(var text, _) -> {
          script.take();
          hear(text, Optional.empty());
        }
        case Conversation.Presses(var value, _) -> {
          script.take();
          press(value, place);
        }
        case Conversation.Silence(var time, _) -> {
          script.take();
          now = now.plus(time);
          transcript.add("  (silence: " + time + ")");
        }
        case Conversation.Bot _, Conversation.Shop _, Conversation.Aside _ -> tooMuch(place);
        case Conversation.Ends _, Conversation.HandsOver _ -> tooMuch(place);
      }
      script.settleWords();
    }
  }

  private void tooMuch(Place place) {
    throw new Mismatch(place, "this doesn't happen; the flow waits: " + waiting());
  }

  private String waiting() {
    return state.flows().isEmpty()
        ? "nowhere"
        : state.flows().getLast().flow() + "/" + state.flows().getLast().step();
  }

  private void press(String value, Place place) {
    var label =
        offered.stream()
            .filter(choice -> choice.value().equals(value))
            .map(Choice::label)
            .findFirst()
            .orElseThrow(
                () -> new Mismatch(place, "no button " + value + "; there are " + offered));
    hear(label, Optional.of(value));
  }

  private void hear(String text, Optional<String> chosen) {
    transcript.add("> " + text);
    offered = List.of();
    var understood = interpreter.apply(text, Optional.of(conversation.language()));
    var heard = new Heard(understood, chosen, conversation.signedIn().map(Identity::new), now);
    perform(state.flows().isEmpty() ? started(heard) : dialogue.hear(state, heard), heard);
  }

  private Outcome started(Heard heard) {
    var meant = meant(heard.understood());
    if (meant.size() > 1 && meant.contains(conversation.flow())) {
      transcript.add("  (asks which is meant, " + String.join(" or ", meant) + ")");
      return dialogue.start(state, conversation.flow(), heard);
    }
    var best = heard.understood().best();
    return dialogue
        .flowFor(best.intent(), heard.understood(), vouched())
        .map(flow -> dialogue.start(state, flow, heard))
        .orElseThrow(() -> new Mismatch(script.place(), "no flow starts by " + described(best)));
  }

  /** The plausible flows that a message brings something for; of several, the bot asks. */
  private List<String> meant(Understood understood) {
    return understood.intents().stream()
        .filter(score -> score.confidence() >= PLAUSIBLE)
        .flatMap(score -> dialogue.flowFor(score.intent(), understood, vouched()).stream())
        .filter(
            flow ->
                understood.entities().stream()
                    .map(Entity::type)
                    .anyMatch(dialogue.takes(flow)::contains))
        .distinct()
        .toList();
  }

  private boolean vouched() {
    return conversation.signedIn().isPresent();
  }

  private void perform(Outcome outcome, Heard heard) {
    state = outcome.state();
    for (var act : outcome.acts()) {
      switch (act) {
        case Act.Say(var reply) -> say(reply);
        case Act.CallShop call -> perform(dialogue.resume(state, answer(call), heard), heard);
        case Act.HandOver(var handover) -> {
          var line =
              script.expect(
                  Conversation.HandsOver.class, "the flow hands over: " + handover.reason());
          same(line.place(), "reason", line.reason(), handover.reason());
        }
        case Act.Ended(var flow, var result) -> {
          transcript.add("  (" + flow + " ends: " + result + ")");
          script
              .optional(Conversation.Ends.class)
              .ifPresent(line -> same(line.place(), "result", line.result(), result));
        }
        case Act.NotForMe _ -> digress(heard);
      }
    }
  }

  private void say(Reply reply) {
    transcript.add("< " + reply.text());
    script.hears(reply.text());
    reply.choices().forEach(choice -> script.hears(choice.label()));
    offered = reply.choices();
  }

  private CallResult answer(Act.CallShop call) {
    var arguments = new TreeMap<>(call.arguments());
    transcript.add("  (calls " + call.operation() + " " + arguments + ")");
    var line =
        script.expect(
            Conversation.Shop.class, "the flow calls " + call.operation() + " " + arguments);
    same(line.place(), "call", line.operation(), call.operation());
    line.with().ifPresent(with -> same(line.place(), "with", new TreeMap<>(with), arguments));
    return new CallResult(line.outcome(), line.facts());
  }

  private void digress(Heard heard) {
    var best = heard.understood().best();
    var flow =
        dialogue
            .flowFor(best.intent(), heard.understood(), vouched())
            .filter(_ -> best.confidence() >= UNDERSTOOD);
    if (flow.isPresent()) {
      perform(dialogue.start(state, flow.get(), heard), heard);
    } else if (best.intent().equals(IntentScore.OUT_OF_SCOPE) || best.confidence() < UNDERSTOOD) {
      transcript.add("  (not understood: " + described(best) + ")");
      perform(dialogue.missed(state, heard), heard);
    } else {
      transcript.add("  (answered elsewhere: " + described(best) + ")");
      var line = script.expect(Conversation.Aside.class, "the message is " + described(best));
      same(line.place(), "aside", line.intent(), best.intent());
      perform(dialogue.remind(state, heard), heard);
    }
  }

  private static String described(IntentScore score) {
    return String.format(Locale.ROOT, "%s %.2f", score.intent(), score.confidence());
  }

  private static void same(Place place, String what, Object written, Object happened) {
    if (!written.equals(happened)) {
      throw new Mismatch(place, what + " is " + happened + ", not " + written);
    }
  }
}
