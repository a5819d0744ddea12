package deskbell.answering;

import deskbell.conversation.Ask;
import deskbell.conversation.Language;
import deskbell.conversation.Sender;
import deskbell.dialog.Heard;
import deskbell.understanding.Languages;
import io.vertx.core.Future;
import java.time.Clock;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Optional;

/** Has turns thought about: what they may refer to, in which language, at what time. Any thread. */
final class Listening {
  private final Thinking thinking;
  private final AnsweringSettings settings;
  private final Clock clock;

  Listening(Thinking thinking, AnsweringSettings settings, Clock clock) {
    this.thinking = thinking;
    this.settings = settings;
    this.clock = clock;
  }

  /** A turn as it is understood. Fails where thinking fails. */
  Future<Hearing> to(Turn turn) {
    return thinking
        .about(turn.ask().text(), history(turn), spoken(turn))
        .map(
            thought -> {
              var hearing = new Hearing(turn, heard(turn, thought), thought.passages());
              Explanation.of(thought).forEach(hearing.draft()::because);
              return hearing;
            });
  }

  /** The words that a choice was offered for: they may bring what the chosen flow needs. */
  Future<Hearing> askedAbout(Hearing choice) {
    var turn = choice.turn();
    return turn.recent().reversed().stream()
        .filter(message -> message.from() == Sender.SHOPPER && !message.text().isBlank())
        .findFirst()
        .map(
            asked ->
                thinking
                    .about(asked.text(), List.of(), choice.language())
                    .map(
                        thought ->
                            new Hearing(
                                turn, heard(turn, thought), thought.passages(), choice.draft())))
        .orElseGet(() -> Future.succeededFuture(choice));
  }

  /**
   * What a message may refer to: what the shopper said last, unless it is long past. In an open
   * flow it answers the flow's question instead.
   */
  private List<String> history(Turn turn) {
    if (!(turn.ask() instanceof Ask.Say) || !turn.memory().dialog().flows().isEmpty()) {
      return List.of();
    }
    return turn.said(clock.instant().minus(settings.followUpWithin()), settings.historyTurns());
  }

  /** The language that the conversation is held in: the bot's last words', else the widget's. */
  private static Language spoken(Turn turn) {
    return turn.recent().reversed().stream()
        .filter(message -> message.from() == Sender.BOT)
        .findFirst()
        .map(message -> Languages.of(message.text(), Optional.of(turn.locale())))
        .orElse(turn.locale());
  }

  private Heard heard(Turn turn, Thinking.Thought thought) {
    var chosen =
        turn.ask() instanceof Ask.Choose(_, var value, _)
            ? Optional.of(value)
            : Optional.<String>empty();
    return new Heard(
        thought.understood(),
        turn.ask().text(),
        chosen,
        turn.identity(),
        ZonedDateTime.now(clock),
        turn.afterPerson());
  }
}
