package deskbell;

import deskbell.answering.Accepted;
import deskbell.answering.Answer;
import deskbell.answering.Committed;
import deskbell.answering.Conversations;
import deskbell.answering.Turn;
import deskbell.conversation.Ask;
import deskbell.conversation.ConversationId;
import deskbell.conversation.Message;
import deskbell.webchat.ForwardingConversations;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * A server on the stage of written conversations: a shop that is played, and a clock that stands at
 * their day. In a JVM of its own it may keep its answers to itself, so that it can be killed
 * between accepting a turn and answering it.
 */
final class Staged {
  private Staged() {}

  /** Arguments: whether answers are kept, the shop's folder, the clock, the file for the port. */
  public static void main(String... arguments) throws IOException {
    var keeps = Boolean.parseBoolean(arguments[0]);
    var clock = new ShiftedClock(Duration.parse(arguments[2]));
    var serve = new ServeCommand();
    Main.parse(serve, Arrays.asList(arguments).subList(4, arguments.length));
    var seams = seams(new FiledShop(Path.of(arguments[1])), clock, keeps);
    var server = Server.start(Vertx.vertx(), serve.settings, seams);
    StandingServer.tell(Path.of(arguments[3]), server.port());
  }

  /** The stage. */
  static Seams seams(FiledShop shop, ShiftedClock clock, boolean keepsAnswers) {
    return new Seams(
        store -> new Dated(store, clock, keepsAnswers),
        UnaryOperator.identity(),
        _ -> shop,
        _ -> clock);
  }

  /** Conversations whose messages were written by the stage's clock rather than the database's. */
  private record Dated(Conversations store, ShiftedClock clock, boolean keepsAnswers)
      implements ForwardingConversations {
    @Override
    public Future<Accepted> accept(ConversationId conversation, String clientId, Ask ask) {
      return store
          .accept(conversation, clientId, ask)
          .map(
              accepted ->
                  accepted instanceof Accepted.Stored(var message, var turn)
                      ? new Accepted.Stored(message, turn.map(this::dated))
                      : accepted);
    }

    @Override
    public Future<Committed> commit(Turn turn, Answer answer) {
      return keepsAnswers ? Promise.<Committed>promise().future() : store.commit(turn, answer);
    }

    @Override
    public Future<Optional<Turn>> refresh(Turn turn) {
      return store.refresh(turn).map(now -> now.map(this::dated));
    }

    @Override
    public Future<List<Turn>> unanswered(Duration age, int limit) {
      return store.unanswered(age, limit).map(turns -> turns.stream().map(this::dated).toList());
    }

    private Turn dated(Turn turn) {
      return new Turn(
          turn.conversation(),
          turn.number(),
          turn.epoch(),
          turn.seq(),
          turn.ask(),
          turn.locale(),
          turn.identity(),
          turn.address(),
          turn.memory(),
          turn.recent().stream().map(this::dated).toList());
    }

    private Message dated(Message message) {
      return new Message(
          message.seq(),
          message.from(),
          message.name(),
          message.text(),
          message.inReplyTo(),
          message.choices(),
          message.cards(),
          message.at().plus(clock.shift()),
          message.source(),
          message.erased(),
          message.trace());
    }
  }
}
