package deskbell.webchat;

import deskbell.conversation.ConversationId;
import deskbell.conversation.Identity;
import deskbell.conversation.Language;
import deskbell.conversation.Message;
import deskbell.conversation.Pulse;
import deskbell.conversation.Seen;
import io.vertx.core.Future;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Sessions that do as others do, but for what a test overrides. */
interface ForwardingSessions extends Sessions {
  /** The others. */
  Sessions store();

  @Override
  default Future<Session> open(Opening opening) {
    return store().open(opening);
  }

  @Override
  default Future<Optional<Session>> find(TokenHash token) {
    return store().find(token);
  }

  @Override
  default Future<Void> revoke(TokenHash token) {
    return store().revoke(token);
  }

  @Override
  default Future<Boolean> identify(ConversationId conversation, Identity identity) {
    return store().identify(conversation, identity);
  }

  @Override
  default Future<List<Message>> after(ConversationId conversation, long after, int limit) {
    return store().after(conversation, after, limit);
  }

  @Override
  default Future<Map<ConversationId, Pulse>> pulse(Set<ConversationId> conversations) {
    return store().pulse(conversations);
  }

  @Override
  default Future<Recorded> record(ConversationId conversation, String clientId, Deed deed) {
    return store().record(conversation, clientId, deed);
  }

  @Override
  default Future<Void> locale(ConversationId conversation, Language locale) {
    return store().locale(conversation, locale);
  }

  @Override
  default Future<Void> seen(ConversationId conversation, Seen seen) {
    return store().seen(conversation, seen);
  }

  @Override
  default Future<Boolean> visiting(ConversationId conversation, boolean here) {
    return store().visiting(conversation, here);
  }

  @Override
  default Future<List<ConversationId>> signOfLife(Duration silence) {
    return store().signOfLife(silence);
  }
}
