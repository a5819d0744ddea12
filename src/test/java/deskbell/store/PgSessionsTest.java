package deskbell.store;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import deskbell.answering.Accepted;
import deskbell.answering.Answer;
import deskbell.answering.Memory;
import deskbell.answering.Turn;
import deskbell.conversation.Ask;
import deskbell.conversation.ConversationEvent.Appended;
import deskbell.conversation.ConversationEvent.Erased;
import deskbell.conversation.ConversationEvent.ModeChanged;
import deskbell.conversation.ConversationId;
import deskbell.conversation.Handover;
import deskbell.conversation.Identity;
import deskbell.conversation.Language;
import deskbell.conversation.Message;
import deskbell.conversation.Mode;
import deskbell.conversation.NotFound;
import deskbell.conversation.Pulse;
import deskbell.conversation.Reply;
import deskbell.conversation.Seen;
import deskbell.conversation.Sender;
import deskbell.webchat.Deed;
import deskbell.webchat.Opening;
import deskbell.webchat.Recorded;
import deskbell.webchat.Session;
import deskbell.webchat.TokenHash;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/**
 * Chat sessions in a real database. Long because each begins with a conversation that is stored.
 */
class PgSessionsTest {
  @RegisterExtension static final TestDatabase database = new TestDatabase();
  private static final Vertx vertx = Vertx.vertx();

  private final PgSessions sessions = new PgSessions(database.open(vertx));
  private final PgConversations conversations = new PgConversations(database.open(vertx));
  private final ConversationId id = ConversationId.random();
  private final TokenHash token = token(id);

  @AfterAll
  static void stop() throws Exception {
    vertx.close().await(10, SECONDS);
  }

  @BeforeEach
  void open() {
    await(sessions.open(opening(id)));
  }

  @Test
  void an_opened_conversation_is_found_by_its_token_alone() {
    var session = await(sessions.find(token)).orElseThrow();
    assertThat(session)
        .isEqualTo(
            new Session(
                id,
                0,
                Mode.BOT,
                Optional.empty(),
                Language.ZH,
                Optional.empty(),
                Seen.NOTHING,
                Seen.NOTHING));
    assertThat(await(sessions.find(token(ConversationId.random())))).isEmpty();
  }

  @Test
  void a_revoked_token_is_worthless_for_good() {
    await(sessions.revoke(token));
    await(sessions.revoke(token));
    assertThat(await(sessions.find(token))).isEmpty();
  }

  @Test
  void an_anonymous_conversation_is_given_to_one_shopper_only() {
    assertThat(await(sessions.identify(id, new Identity("ann")))).isTrue();
    assertThat(await(sessions.identify(id, new Identity("ann")))).isTrue();
    assertThat(await(sessions.identify(id, new Identity("bob")))).isFalse();
    assertThat(await(sessions.find(token)).orElseThrow().identity()).contains(new Identity("ann"));
    assertThat(turn("a", "hi").identity()).contains(new Identity("ann"));
  }

  @Test
  void messages_after_a_number_come_in_order_and_limited() {
    answered("a", "one");
    answered("b", "two");
    assertThat(await(sessions.after(id, 1, 2))).extracting(Message::seq).containsExactly(2L, 3L);
    assertThat(await(sessions.after(id, 4, 10))).isEmpty();
  }

  @Test
  void pulses_tell_how_conversations_stand_and_leave_unknown_ones_out() {
    answered("a", "one");
    var unknown = ConversationId.random();
    assertThat(await(sessions.pulse(Set.of(id, unknown))))
        .isEqualTo(
            Map.of(
                id,
                new Pulse(2, Mode.BOT, 1, Optional.empty(), false, Seen.NOTHING, Seen.NOTHING)));
  }

  @Test
  void receipts_only_rise_and_never_beyond_the_newest_number() {
    answered("a", "one");
    await(sessions.seen(id, new Seen(2, 1)));
    await(sessions.seen(id, new Seen(1, 0)));
    assertThat(await(sessions.find(token)).orElseThrow().shopper().delivered()).isEqualTo(2);
    assertThat(await(sessions.find(token)).orElseThrow().shopper().read()).isEqualTo(1);
    await(sessions.seen(id, new Seen(99, 99)));
    assertThat(await(sessions.find(token)).orElseThrow().shopper().read()).isEqualTo(2);
  }

  @Test
  void a_receipt_does_not_make_later_commits_on_its_connection_lazy() {
    await(sessions.seen(id, new Seen(0, 0)));
    for (int i = 0; i < DatabaseSettings.POOL_SIZE; i++) {
      var shown =
          await(database.open(vertx).call(c -> c.query("SHOW synchronous_commit").execute()));
      assertThat(shown.iterator().next().getString(0)).isEqualTo("on");
    }
  }

  @Test
  void the_language_can_be_switched() {
    await(sessions.locale(id, Language.EN));
    assertThat(await(sessions.find(token)).orElseThrow().locale()).isEqualTo(Language.EN);
  }

  @Test
  void closing_raises_the_epoch_ends_the_ticket_and_repeats_harmlessly() {
    handedOver("a");
    var closed = done("close", new Deed.Close());
    assertThat(closed.events())
        .containsExactly(new ModeChanged(id, Mode.CLOSED, 3, Optional.empty()));
    assertThat(done("close", new Deed.Close()).events()).isEmpty();
    assertThat(done("close again", new Deed.Close()).events()).isEmpty();
    assertThat(ticket("state")).isEqualTo("closed");
    assertThat(await(sessions.find(token)).orElseThrow().mode()).isEqualTo(Mode.CLOSED);
  }

  @Test
  void one_id_names_one_frame_whatever_its_kind() {
    turn("say", "hello");
    assertThat(record("say", new Deed.Close())).isEqualTo(new Recorded.IdReused());
    done("rate", rating(Optional.empty(), 5));
    assertThat(record("rate", rating(Optional.empty(), 4))).isEqualTo(new Recorded.IdReused());
    assertThat(await(conversations.accept(id, "rate", new Ask.Say("x"))))
        .isEqualTo(new Accepted.IdReused());
    assertThat(turn("next", "x").seq()).isEqualTo(2);
  }

  @Test
  void a_later_judgement_replaces_the_earlier_one() {
    answered("a", "one");
    done("r1", rating(Optional.of(2L), 1));
    done("r2", rating(Optional.of(2L), 5));
    done("r3", rating(Optional.empty(), 3));
    done("r4", rating(Optional.empty(), 4));
    assertThat(
            database.text(
                "SELECT string_agg(score::text, ',' ORDER BY seq) FROM rating WHERE conversation ="
                    + " '"
                    + id
                    + "'"))
        .isEqualTo("5,4");
  }

  @Test
  void only_answers_can_be_judged() {
    answered("a", "one");
    assertThat(record("r1", rating(Optional.of(1L), 5))).isEqualTo(new Recorded.NoSuchMessage());
    assertThat(record("r2", rating(Optional.of(7L), 5))).isEqualTo(new Recorded.NoSuchMessage());
  }

  @Test
  void a_closed_conversation_can_still_be_judged_as_a_whole() {
    done("c", new Deed.Close());
    assertThat(record("r", rating(Optional.empty(), 5))).isInstanceOf(Recorded.Done.class);
  }

  @Test
  void a_left_message_is_a_numbered_message_no_turn_and_a_ticket_with_the_address() {
    var left = done("l", new Deed.Leave("ann@example.com", "please write back"));
    assertThat(left.seq()).contains(1L);
    var message = ((Appended) left.events().getFirst()).messages().getFirst();
    assertThat(message).isEqualTo(await(sessions.after(id, 0, 10)).getFirst());
    assertThat(message.from()).isEqualTo(Sender.SHOPPER);
    assertThat(done("l", new Deed.Leave("ann@example.com", "please write back")))
        .isEqualTo(new Recorded.Done(Optional.of(1L), List.of()));
    assertThat(ticket("state || ' ' || email || ' ' || language"))
        .isEqualTo("waiting ann@example.com zh");
    assertThat(turn("a", "hello").number()).isEqualTo(1);
  }

  @Test
  void a_left_message_joins_the_open_ticket_and_outlives_the_conversation() {
    handedOver("a");
    done("l", new Deed.Leave("ann@example.com", "nobody there?"));
    done("c", new Deed.Close());
    assertThat(ticket("state || ' ' || reason || ' ' || email"))
        .isEqualTo("waiting asked ann@example.com");
    assertThat(record("l2", new Deed.Leave("ann@example.com", "more")))
        .isEqualTo(new Recorded.Closed());
  }

  @Test
  void forgetting_leaves_numbers_and_nothing_personal() {
    await(sessions.identify(id, new Identity("ann")));
    handedOver("a");
    done("l", new Deed.Leave("ann@example.com", "secret words"));
    done(
        "r",
        new Deed.Rate(
            Optional.empty(), Optional.empty(), Optional.of(1), Optional.of("secret comment")));
    var forgotten = done("f", new Deed.Forget());
    assertThat(forgotten.events())
        .containsExactly(new Erased(id), new ModeChanged(id, Mode.CLOSED, 3, Optional.empty()));
    assertThat(done("f", new Deed.Forget()).events()).isEmpty();

    assertThat(await(sessions.after(id, 0, 10)))
        .extracting(Message::seq)
        .containsExactly(1L, 2L, 3L);
    assertThat(await(sessions.after(id, 0, 10))).allMatch(m -> m.erased() && m.text().isEmpty());
    for (var table : List.of("conversation", "message", "ticket", "rating", "frame")) {
      var key = table.equals("conversation") ? "id" : "conversation";
      assertThat(
              database.text(
                  "SELECT string_agg(t::text, ' ') FROM %s t WHERE %s = '%s'"
                      .formatted(table, key, id)))
          .as(table)
          .isNotNull()
          .doesNotContain("secret", "ann", "person please", "shop.example", "hash-of-address");
    }
    assertThat(await(sessions.find(token)).orElseThrow().mode()).isEqualTo(Mode.CLOSED);
    assertThat(await(sessions.identify(id, new Identity("ann")))).isFalse();
    assertThat(record("r2", rating(Optional.empty(), 5))).isEqualTo(new Recorded.Closed());
  }

  @Test
  void a_conversation_that_is_not_there_is_not_found() {
    var unknown = new ConversationId(UUID.randomUUID());
    for (var call :
        List.<Future<?>>of(
            sessions.identify(unknown, new Identity("ann")),
            sessions.after(unknown, 0, 1),
            sessions.record(unknown, "c", new Deed.Close()),
            sessions.locale(unknown, Language.EN),
            sessions.seen(unknown, new Seen(1, 1)))) {
      assertThatThrownBy(() -> await(call))
          .isInstanceOf(NotFound.class)
          .hasMessage("conversation " + unknown + " does not exist");
    }
  }

  private static Opening opening(ConversationId id) {
    return new Opening(
        id,
        token(id),
        Language.ZH,
        Optional.of("https://shop.example/socks"),
        Optional.empty(),
        "hash-of-address");
  }

  private static TokenHash token(ConversationId id) {
    return new TokenHash(id.toString().replace("-", "").repeat(2));
  }

  private static Deed.Rate rating(Optional<Long> message, int score) {
    return new Deed.Rate(message, Optional.empty(), Optional.of(score), Optional.empty());
  }

  private Recorded record(String clientId, Deed deed) {
    return await(sessions.record(id, clientId, deed));
  }

  private Recorded.Done done(String clientId, Deed deed) {
    return (Recorded.Done) record(clientId, deed);
  }

  private Turn turn(String clientId, String text) {
    return ((Accepted.Stored) await(conversations.accept(id, clientId, new Ask.Say(text))))
        .turn()
        .orElseThrow();
  }

  private void answered(String clientId, String text) {
    commit(clientId, text, Optional.empty());
  }

  private void handedOver(String clientId) {
    commit(clientId, "a person please", Optional.of(new Handover("asked", Map.of("name", "ann"))));
  }

  private void commit(String clientId, String text, Optional<Handover> handover) {
    var answer = new Answer(List.of(Reply.of("yes")), Memory.EMPTY, handover, List.of());
    await(conversations.commit(turn(clientId, text), answer));
  }

  private String ticket(String columns) {
    return database.text("SELECT " + columns + " FROM ticket WHERE conversation = '" + id + "'");
  }

  private static <T> T await(Future<T> future) {
    return TestDatabase.await(future);
  }
}
