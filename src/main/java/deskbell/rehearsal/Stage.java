package deskbell.rehearsal;

import deskbell.answering.Answer;
import deskbell.answering.Answering;
import deskbell.answering.Memory;
import deskbell.conversation.Ask;
import deskbell.conversation.Choice;
import deskbell.conversation.Handover;
import deskbell.conversation.Identity;
import deskbell.conversation.Source;
import deskbell.dialog.Act;
import deskbell.dialog.flow.Conversation;
import deskbell.dialog.flow.Place;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/**
 * One run of one written conversation. Where the bot asks which flow is meant, and the conversation
 * does not say what the shopper picks, it is the conversation's own.
 */
final class Stage {
  private static final String FLOW = "flow:";

  private final Conversation conversation;
  private final StageClock clock;
  private final PlayedShop shop;
  private final Witness witness;
  private final Talk talk;
  private final Script script;
  private final List<String> transcript = new ArrayList<>();
  private final List<Exchange> exchanges = new ArrayList<>();
  private final List<String> words = new ArrayList<>();
  private final List<String> results = new ArrayList<>();
  private Duration silence = Duration.ZERO;

  Stage(
      Conversation conversation,
      Answering answering,
      UnaryOperator<Memory> stored,
      StageClock clock,
      PlayedShop shop,
      Witness witness) {
    this.conversation = conversation;
    this.clock = clock;
    this.shop = shop;
    this.witness = witness;
    this.script = new Script(conversation);
    this.talk =
        new Talk(
            answering,
            stored,
            clock,
            conversation.language(),
            conversation.signedIn().map(Identity::new));
    shop.play(script);
  }

  List<String> transcript() {
    return transcript;
  }

  List<Exchange> exchanges() {
    return exchanges;
  }

  /** Plays all lines; what doesn't go as written is a {@link Mismatch}. */
  void play() {
    while (script.peek().isPresent()) {
      var line = script.peek().get();
      script.take();
      switch (line) {
        case Conversation.Shopper(var text, var place) -> {
          withBot(place);
          transcribe(text);
          heard(new Ask.Say(text), talk.say(text));
        }
        case Conversation.Presses(var value, var place) -> {
          withBot(place);
          press(button(value, place));
        }
        case Conversation.Silence(var time, _) -> pass(time);
        case Conversation.Bot _, Conversation.Shop _, Conversation.Aside _ -> unmet();
        case Conversation.Ends _, Conversation.HandsOver _ -> unmet();
      }
      settle();
    }
  }

  private void withBot(Place place) {
    words.clear();
    results.clear();
    if (talk.withPerson()) {
      throw new Mismatch(place, "a person has the conversation; the bot is silent");
    }
  }

  private void pass(Duration time) {
    words.clear();
    results.clear();
    clock.pass(time);
    silence = silence.plus(time);
    transcript.add("  (silence: " + time + ")");
  }

  private Choice button(String value, Place place) {
    return talk.offered().stream()
        .filter(choice -> choice.value().equals(value))
        .findFirst()
        .orElseThrow(
            () -> new Mismatch(place, "no button " + value + "; there are " + talk.offered()));
  }

  private void press(Choice button) {
    transcribe(button.label());
    heard(new Ask.Choose(0, button.value(), button.label()), talk.press(button));
  }

  private void transcribe(String text) {
    transcript.add("> " + text);
    witness.turn();
  }

  private void heard(Ask ask, Answer answer) {
    transcribe(answer);
    exchanges.add(new Exchange(silence, ask, shop.taken(), answer));
    silence = Duration.ZERO;
    answer.replies().stream()
        .flatMap(
            reply ->
                Stream.concat(Stream.of(reply.text()), reply.choices().stream().map(Choice::label)))
        .forEach(words::add);
    witness.ended().stream().map(Act.Ended::result).forEach(results::add);
    answer.handover().map(Handover::reason).ifPresent(script::handsOver);
    aside(answer).ifPresent(script::aside);
    own(answer).ifPresent(this::press);
  }

  /** The button of the conversation's own flow, where the bot asks which flow is meant. */
  private Optional<Choice> own(Answer answer) {
    boolean picks =
        script.peek().orElse(null) instanceof Conversation.Presses(var value, _)
            && talk.offered().stream().map(Choice::value).anyMatch(value::equals);
    return answer.memory().offered().stream()
        .filter(choice -> choice.value().equals(FLOW + conversation.flow()))
        .filter(_ -> !picks)
        .findFirst();
  }

  /** The intent of what was answered beside the open flow. */
  private Optional<String> aside(Answer answer) {
    return witness
        .aside()
        .filter(_ -> answer.replies().getFirst().source().filter(Stage::article).isPresent())
        .map(understood -> understood.best().intent());
  }

  private static boolean article(Source source) {
    return source.kind() == Source.Kind.ARTICLE || source.kind() == Source.Kind.MODEL;
  }

  private void transcribe(Answer answer) {
    answer.trace().stream().map(line -> "  · " + line).forEach(transcript::add);
    for (var reply : answer.replies()) {
      transcript.add("< " + reply.text());
      if (!reply.choices().isEmpty()) {
        transcript.add("  " + reply.choices().stream().map(Choice::value).toList());
      }
    }
  }

  private void settle() {
    script.said(words);
    script.ended(results);
    unmet();
  }

  private void unmet() {
    script
        .unmet()
        .ifPresent(
            line -> {
              throw new Mismatch(line.place(), "this doesn't happen; the flow waits: " + waiting());
            });
  }

  private String waiting() {
    var flows = talk.memory().dialog().flows();
    return flows.isEmpty() ? "nowhere" : flows.getLast().flow() + "/" + flows.getLast().step();
  }
}
