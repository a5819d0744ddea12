package deskbell.store;

import deskbell.answering.Accepted;
import deskbell.answering.Answer;
import deskbell.answering.Committed;
import deskbell.answering.Memory;
import deskbell.conversation.Ask;
import deskbell.conversation.ConversationId;
import deskbell.conversation.Language;
import deskbell.conversation.Reply;
import deskbell.webchat.Opening;
import deskbell.webchat.TokenHash;
import io.vertx.core.Future;
import java.util.List;
import java.util.Optional;

/** The two trips of a turn as the server takes them, to be held against {@link BareTurn}. */
public final class StoredTurn {
  private final PgConversations conversations;
  private final PgSessions sessions;

  /** Turns on an open database; their conversations stay in it. */
  public StoredTurn(Database database) {
    this.conversations = new PgConversations(database);
    this.sessions = new PgSessions(database);
  }

  /** As {@link BareTurn#run}. */
  public Future<Double> run(int turns, int concurrent) {
    return TurnRate.measure(turns, concurrent, this::open);
  }

  private Future<TurnRate.Talk> open(int number) {
    var id = ConversationId.random();
    var token = new TokenHash(id.toString().replace("-", "").repeat(2));
    return sessions
        .open(new Opening(id, token, Language.EN, Optional.empty(), Optional.empty(), ""))
        .map(_ -> turn -> turn(id, turn));
  }

  private Future<Void> turn(ConversationId id, int turn) {
    return conversations
        .accept(id, "turn-" + turn, new Ask.Say(TurnRate.question(turn)))
        .compose(accepted -> answer(accepted, turn))
        .map(
            committed ->
                switch (committed) {
                  case Committed.Written _ -> null;
                  case Committed.Fenced _ ->
                      throw new IllegalStateException("a turn without rival was fenced off");
                });
  }

  private Future<Committed> answer(Accepted accepted, int turn) {
    var reply = Reply.of(TurnRate.answer(turn));
    var answer = new Answer(List.of(reply), Memory.EMPTY, Optional.empty(), List.of());
    return switch (accepted) {
      case Accepted.Stored stored -> conversations.commit(stored.turn().orElseThrow(), answer);
      case Accepted.Repeated _, Accepted.IdReused _, Accepted.NotOpen _, Accepted.Closed _ ->
          throw new IllegalStateException("a new message was not stored: " + accepted);
    };
  }
}
