package deskbell.store;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;

import deskbell.answering.Accepted;
import deskbell.answering.Answer;
import deskbell.answering.Committed;
import deskbell.answering.Memory;
import deskbell.answering.Turn;
import deskbell.conversation.Ask;
import deskbell.conversation.CallResult;
import deskbell.conversation.ConversationEvent;
import deskbell.conversation.ConversationEvent.Erased;
import deskbell.conversation.ConversationEvent.ModeChanged;
import deskbell.conversation.ConversationId;
import deskbell.conversation.EffectKey;
import deskbell.conversation.Handover;
import deskbell.conversation.Identity;
import deskbell.conversation.Language;
import deskbell.conversation.Message;
import deskbell.conversation.Mode;
import deskbell.conversation.Reply;
import deskbell.webchat.Opening;
import deskbell.webchat.TokenHash;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** People whose account was erased, in a real database, seen from two nodes. */
class PgErasuresTest {
  @RegisterExtension static final TestDatabase DATABASE = new TestDatabase();
  private static final Vertx VERTX = Vertx.vertx();
  private static final Vertx OTHER_VERTX = Vertx.vertx();
  private static final String STEP = "delete-account/erase_account";
  private static final String LAST_WORDS = "Your account is closed.";

  private final PgSessions sessions = new PgSessions(DATABASE.open(VERTX));
  private final PgConversations conversations = new PgConversations(DATABASE.open(VERTX));
  private final PgEffects effects = new PgEffects(DATABASE.open(VERTX));
  private final PgErasures erasures = new PgErasures(DATABASE.open(VERTX));
  private final PgErasures otherNode = new PgErasures(DATABASE.open(OTHER_VERTX));
  private final String user = "ann " + UUID.randomUUID();
  private final String other = "ben " + UUID.randomUUID();

  @BeforeEach
  void empty() {
    DATABASE.execute("TRUNCATE conversation, message, proof_try CASCADE");
  }

  @AfterAll
  static void stop() throws Exception {
    Future.all(VERTX.close(), OTHER_VERTX.close()).await(10, SECONDS);
  }

  @Test
  void whoever_was_told_loses_every_conversation_and_others_keep_theirs() {
    var asking = opened(user);
    var earlier = opened(user);
    var withAgent = opened(user);
    var others = opened(other);
    said(earlier, "my secret address");
    handedOver(withAgent, "my secret number");
    said(others, "ben's own words");
    said(asking, "my secret name");
    told(asking, "ok");

    assertThat(settled(erasures))
        .containsExactlyInAnyOrder(
            new Erased(asking),
            closed(asking, 2),
            new Erased(earlier),
            closed(earlier, 2),
            new Erased(withAgent),
            closed(withAgent, 3));

    for (var gone : List.of(earlier, withAgent)) {
      assertThat(messages(gone)).allMatch(message -> message.erased() && message.text().isEmpty());
    }
    assertThat(messages(asking)).extracting(Message::text).containsExactly("", "", "", LAST_WORDS);
    assertThat(everything()).doesNotContain("secret", user).contains("ben's own words", other);
    assertThat(messages(others)).noneMatch(Message::erased);
    assertThat(mode(others)).isEqualTo(Mode.BOT);
    assertThat(mode(asking)).isEqualTo(Mode.CLOSED);
  }

  @Test
  void two_nodes_at_once_erase_a_person_once() {
    var asking = opened(user);
    var earlier = opened(user);
    told(asking, "ok");
    var tries = new ArrayList<Future<List<ConversationEvent>>>();
    for (int i = 0; i < 5; i++) {
      tries.add(erasures.settle(20));
      tries.add(otherNode.settle(20));
    }
    TestDatabase.await(Future.all(tries));
    assertThat(tries.stream().flatMap(done -> done.result().stream()))
        .filteredOn(event -> event instanceof Erased)
        .containsExactlyInAnyOrder(new Erased(asking), new Erased(earlier));
    assertThat(settled(otherNode)).isEmpty();
  }

  @Test
  void two_conversations_of_one_person_that_both_asked_never_wait_for_each_other() {
    var first = opened(user);
    var second = opened(user);
    told(first, "ok");
    told(second, "ok");
    TestDatabase.await(Future.all(erasures.settle(20), otherNode.settle(20)));
    assertThat(mode(first)).isEqualTo(Mode.CLOSED);
    assertThat(mode(second)).isEqualTo(Mode.CLOSED);
    assertThat(everything()).doesNotContain(user);
  }

  @Test
  void nothing_is_erased_before_it_is_told_or_where_the_shop_has_not_done_it() {
    var asking = opened(user);
    var turn = said(asking, "delete me");
    TestDatabase.await(effects.begin(key(turn), "erase_account", Map.of("user", user)));
    TestDatabase.await(effects.finish(key(turn), new CallResult("ok", Map.of())));
    assertThat(settled(erasures)).as("the answer was lost").isEmpty();

    var refused = opened(other);
    told(refused, "not_yet");
    assertThat(settled(erasures)).isEmpty();
    assertThat(messages(refused)).noneMatch(Message::erased);

    TestDatabase.await(
        conversations.showEffects(asking, turn.number(), Set.of(STEP), "It is closed after all."));
    assertThat(settled(erasures)).contains(new Erased(asking));
    assertThat(messages(asking))
        .last()
        .extracting(Message::text)
        .isEqualTo("It is closed after all.");
  }

  @Test
  void guesses_counted_under_the_person_go_as_well() {
    var asking = opened(user);
    DATABASE.execute(
        "INSERT INTO proof_try VALUES ('%s', 'identity:%s', now()), ('%s', 'identity:%s', now())"
            .formatted(UUID.randomUUID(), user, UUID.randomUUID(), other));
    told(asking, "ok");
    settled(erasures);
    assertThat(DATABASE.text("SELECT string_agg(subject, ' ') FROM proof_try"))
        .doesNotContain(user)
        .contains(other);
  }

  private ConversationId opened(String who) {
    var id = ConversationId.random();
    TestDatabase.await(
        sessions.open(
            new Opening(
                id,
                new TokenHash(id.toString().replace("-", "").repeat(2)),
                Language.EN,
                Optional.of("https://shop.example/page of " + who),
                Optional.of(new Identity(who)),
                "hash")));
    return id;
  }

  /** A turn that is answered with an echo. */
  private Turn said(ConversationId id, String text) {
    var turn = accepted(id, text);
    committed(turn, Set.of(), Optional.empty(), "You said: " + text);
    return turn;
  }

  private void handedOver(ConversationId id, String text) {
    var handover = new Handover("asked", Map.of("order", "secret order"));
    committed(accepted(id, text), Set.of(), Optional.of(handover), "A person comes.");
  }

  /** Asks for the account to be erased, with this outcome of the shop, and is told so. */
  private void told(ConversationId id, String outcome) {
    var turn = accepted(id, "yes, my secret is out");
    TestDatabase.await(effects.begin(key(turn), "erase_account", Map.of("user", user)));
    TestDatabase.await(effects.finish(key(turn), new CallResult(outcome, Map.of())));
    committed(turn, Set.of(STEP), Optional.empty(), LAST_WORDS);
  }

  private Turn accepted(ConversationId id, String text) {
    var stored =
        (Accepted.Stored)
            TestDatabase.await(
                conversations.accept(id, UUID.randomUUID().toString(), new Ask.Say(text)));
    return stored.turn().orElseThrow();
  }

  private void committed(Turn turn, Set<String> told, Optional<Handover> handover, String text) {
    var answer =
        new Answer(
            List.of(Reply.of(text)),
            Memory.EMPTY,
            handover,
            List.of("reasons for " + text),
            told,
            List.of());
    assertThat(TestDatabase.await(conversations.commit(turn, answer)))
        .isInstanceOf(Committed.Written.class);
  }

  private static EffectKey key(Turn turn) {
    return new EffectKey(turn.conversation(), turn.number(), STEP);
  }

  private static List<ConversationEvent> settled(PgErasures node) {
    return TestDatabase.await(node.settle(20));
  }

  private static ModeChanged closed(ConversationId id, long epoch) {
    return new ModeChanged(id, Mode.CLOSED, epoch, Optional.empty());
  }

  private List<Message> messages(ConversationId id) {
    return TestDatabase.await(sessions.after(id, 0, 100));
  }

  private Mode mode(ConversationId id) {
    return TestDatabase.await(sessions.pulse(Set.of(id))).get(id).mode();
  }

  private static String everything() {
    return DATABASE.text(
        """
        SELECT (SELECT string_agg(t::text, ' ') FROM conversation t)
          || (SELECT string_agg(t::text, ' ') FROM message t)
          || coalesce((SELECT string_agg(t::text, ' ') FROM ticket t), '')
          || coalesce((SELECT string_agg(t::text, ' ') FROM effect t), '')
        """);
  }
}
