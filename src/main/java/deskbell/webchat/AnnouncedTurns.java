package deskbell.webchat;

import deskbell.answering.Turn;
import io.vertx.core.Future;

/** Turns whose slow answers are announced as the bot's typing, whoever brings them. Any thread. */
final class AnnouncedTurns implements Turns {
  private final Turns turns;
  private final BotTyping typing;

  AnnouncedTurns(Turns turns, BotTyping typing) {
    this.turns = turns;
    this.typing = typing;
  }

  @Override
  public Future<Void> answer(Turn turn) {
    var answered = turns.answer(turn);
    typing.until(answered, turn.conversation());
    return answered;
  }
}
