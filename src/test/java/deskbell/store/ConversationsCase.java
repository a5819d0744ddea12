package deskbell.store;

import static java.util.concurrent.TimeUnit.SECONDS;

import deskbell.answering.Accepted;
import deskbell.answering.Answer;
import deskbell.answering.Committed;
import deskbell.answering.Memory;
import deskbell.answering.Turn;
import deskbell.conversation.Ask;
import deskbell.conversation.Choice;
import deskbell.conversation.ConversationId;
import deskbell.conversation.Reply;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Conversations on a real database, seen from two nodes. */
abstract class ConversationsCase {
  @RegisterExtension static final TestDatabase database = new TestDatabase();
  static Vertx vertx;
  static Vertx otherVertx;

  final PgConversations conversations = new PgConversations(database.open(vertx));
  final PgConversations otherNode = new PgConversations(database.open(otherVertx));
  ConversationId id;

  @BeforeAll
  static void start() {
    vertx = Vertx.vertx();
    otherVertx = Vertx.vertx();
  }

  @AfterAll
  static void stop() throws Exception {
    Future.all(vertx.close(), otherVertx.close()).await(10, SECONDS);
  }

  @BeforeEach
  void open() {
    id = database.conversation();
  }

  void ask(String question, Choice... choices) {
    var reply = Reply.of(question).with(List.of(choices));
    written(turn("q", "m"), new Answer(List.of(reply), Memory.EMPTY, Optional.empty(), List.of()));
  }

  PgConversations node(int number) {
    return number % 2 == 0 ? conversations : otherNode;
  }

  Accepted accept(String clientId, Ask ask) {
    return await(conversations.accept(id, clientId, ask));
  }

  Accepted.Stored stored(String clientId, Ask ask) {
    return (Accepted.Stored) accept(clientId, ask);
  }

  Turn turn(String clientId, String text) {
    return stored(clientId, new Ask.Say(text)).turn().orElseThrow();
  }

  Committed.Written written(Turn turn, Answer answer) {
    return (Committed.Written) await(conversations.commit(turn, answer));
  }

  static Answer answer(String... texts) {
    return new Answer(
        List.of(texts).stream().map(Reply::of).toList(), Memory.EMPTY, Optional.empty(), List.of());
  }

  static <T> T await(Future<T> future) {
    return TestDatabase.await(future);
  }
}
