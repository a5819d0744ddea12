package deskbell.webchat;

import deskbell.answering.Accepted;
import deskbell.answering.Answer;
import deskbell.answering.Committed;
import deskbell.answering.Conversations;
import deskbell.answering.Turn;
import deskbell.conversation.Ask;
import deskbell.conversation.ConversationId;
import deskbell.conversation.Message;
import io.vertx.core.Future;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Conversations that do as others do, but for what a test overrides. */
public interface ForwardingConversations extends Conversations {
  /** The others. */
  Conversations store();

  @Override
  default Future<Accepted> accept(ConversationId conversation, String clientId, Ask ask) {
    return store().accept(conversation, clientId, ask);
  }

  @Override
  default Future<Committed> commit(Turn turn, Answer answer) {
    return store().commit(turn, answer);
  }

  @Override
  default Future<Optional<Message>> showEffects(
      ConversationId conversation, long turn, Set<String> steps, String text) {
    return store().showEffects(conversation, turn, steps, text);
  }

  @Override
  default Future<Optional<Turn>> refresh(Turn turn) {
    return store().refresh(turn);
  }

  @Override
  default Future<List<Turn>> unanswered(Duration age, int limit) {
    return store().unanswered(age, limit);
  }
}
