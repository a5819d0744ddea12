package deskbell.handoff;

import static deskbell.store.TestDatabase.await;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import deskbell.answering.Accepted;
import deskbell.answering.Answer;
import deskbell.answering.Committed;
import deskbell.answering.Memory;
import deskbell.answering.Turn;
import deskbell.conversation.Ask;
import deskbell.conversation.Choice;
import deskbell.conversation.ConversationEvent;
import deskbell.conversation.ConversationId;
import deskbell.conversation.Events;
import deskbell.conversation.Handover;
import deskbell.conversation.Invalid;
import deskbell.conversation.Mode;
import deskbell.conversation.NotFound;
import deskbell.conversation.Reply;
import deskbell.conversation.Sender;
import deskbell.dialog.DialogState;
import deskbell.store.PgConversations;
import deskbell.store.PgCrew;
import deskbell.store.PgSessions;
import deskbell.store.PgTickets;
import deskbell.store.TestDatabase;
import deskbell.webchat.Deed;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What agents do, on a real database. Long because each test begins with a shopper who waits. */
class DeskTest {
  @RegisterExtension static final TestDatabase database = new TestDatabase();
  private static final Vertx vertx = Vertx.vertx();
  private static final Agent MIA = new Agent("Mia", false);
  private static final Agent TOM = new Agent("Tom", false);

  private final Heard events = new Heard();
  private final PgConversations bot = new PgConversations(database.open(vertx));
  private final Desk desk =
      new Desk(
          new PgTickets(database.open(vertx)),
          new PgCrew(database.open(vertx)),
          events,
          () -> Hours.ALWAYS,
          HandoffSettings.DEFAULTS,
          Instant::now);

  @AfterAll
  static void stop() {
    await(vertx.close());
  }

  @BeforeEach
  void an_empty_queue() {
    database.execute("TRUNCATE ticket; TRUNCATE agent_presence");
  }

  @Test
  void who_asks_for_a_person_waits_with_what_is_known() {
    var id = asksForAPerson("where is LL20481234");
    assertThat(await(desk.open()))
        .singleElement()
        .satisfies(
            ticket -> {
              assertThat(ticket.conversation()).isEqualTo(id);
              assertThat(ticket.state()).isEqualTo(TicketState.WAITING);
              assertThat(ticket.reason()).isEqualTo("asked");
              assertThat(ticket.summary()).isEqualTo(Map.of("order", "LL20481234"));
              assertThat(ticket.lastText()).isEqualTo("where is LL20481234");
            });
  }

  @Test
  void a_claim_gives_the_conversation_to_the_agent_and_tells_everyone() {
    var id = asksForAPerson("a person please");
    var done = (Moved.Done) await(desk.claim(ticket(id), MIA));
    assertThat(done.standing().mode()).isEqualTo(Mode.HUMAN);
    assertThat(done.standing().epoch()).isEqualTo(3);
    assertThat(done.announcement().seq()).isEqualTo(3);
    assertThat(done.announcement().from()).isEqualTo(Sender.SYSTEM);
    assertThat(done.announcement().text()).isEqualTo("Mia has joined and answers from here.");
    assertThat(events.all)
        .containsExactly(
            new ConversationEvent.Appended(id, List.of(done.announcement())),
            new ConversationEvent.ModeChanged(id, Mode.HUMAN, 3, Optional.of("Mia")));
    assertThat(await(desk.open()))
        .singleElement()
        .extracting(Ticket::state, Ticket::agent)
        .containsExactly(TicketState.CLAIMED, Optional.of("Mia"));
  }

  @Test
  void of_many_agents_who_want_one_shopper_one_gets_him() {
    var id = asksForAPerson("a person please");
    var ticket = ticket(id);
    var claims =
        IntStream.range(0, 20)
            .mapToObj(i -> desk.claim(ticket, new Agent("agent " + i, false)))
            .toList();
    var outcomes = await(Future.join(claims)).<Moved>list();
    assertThat(outcomes).filteredOn(Moved.Done.class::isInstance).hasSize(1);
    assertThat(outcomes)
        .filteredOn(Moved.Refused.class::isInstance)
        .hasSize(19)
        .allSatisfy(
            moved -> assertThat(((Moved.Refused) moved).reason()).isEqualTo(Move.Reason.TAKEN));
    assertThat(messages(id)).isEqualTo("3");
  }

  @Test
  void a_claim_whose_answer_was_lost_is_told_again() {
    var id = asksForAPerson("a person please");
    var first = await(desk.claim(ticket(id), MIA));
    var again = await(desk.claim(ticket(id), MIA));
    assertThat(again).isEqualTo(new Moved.Already(first.standing()));
    assertThat(messages(id)).isEqualTo("3");
  }

  @Test
  void an_unknown_ticket_or_conversation_is_not_found() {
    assertThatThrownBy(() -> await(desk.claim(4711, MIA)))
        .isInstanceOf(NotFound.class)
        .hasMessage("ticket 4711 does not exist");
    var nowhere = ConversationId.random();
    assertThatThrownBy(() -> await(desk.takeOver(nowhere, MIA)))
        .isInstanceOf(NotFound.class)
        .hasMessage("conversation " + nowhere + " does not exist");
  }

  @Test
  void an_agent_who_steps_in_fences_the_bot_off() {
    var id = database.conversation();
    var turn = say(id, "c1", "where is my parcel");
    var done = (Moved.Done) await(desk.takeOver(id, MIA));
    assertThat(done.standing().ticket()).isPresent();
    assertThat(await(bot.commit(turn, answer("It is on its way."))))
        .isEqualTo(new Committed.Fenced(false));
    assertThat(messages(id)).isEqualTo("2");
    assertThat(await(desk.open()))
        .singleElement()
        .extracting(Ticket::reason)
        .isEqualTo(Ticket.TAKEN_OVER);
  }

  @Test
  void a_reply_sent_again_is_stored_once() {
    var id = taken();
    var reply = new AgentReply(id, "r1", 2, "Hello, this is Mia.");
    var stored = (Replied.Stored) await(desk.reply(reply, MIA));
    assertThat(stored.message().seq()).isEqualTo(2);
    assertThat(stored.message().name()).contains("Mia");
    assertThat(await(desk.reply(reply, MIA))).isEqualTo(new Replied.Repeated(2));
    await(desk.release(id, 2, MIA));
    assertThat(await(desk.reply(reply, MIA))).isEqualTo(new Replied.Repeated(2));
    assertThat(events.all).filteredOn(this::agentSpeaks).hasSize(1);
  }

  @Test
  void many_copies_of_a_reply_at_once_are_one_message() {
    var id = taken();
    var reply = new AgentReply(id, "r1", 2, "Hello, this is Mia.");
    var copies = IntStream.range(0, 10).mapToObj(i -> desk.reply(reply, MIA)).toList();
    assertThat(await(Future.join(copies)).<Replied>list())
        .filteredOn(Replied.Stored.class::isInstance)
        .hasSize(1);
    assertThat(messages(id)).isEqualTo("2");
  }

  @Test
  void an_id_names_one_reply() {
    var id = taken();
    await(desk.reply(new AgentReply(id, "r1", 2, "Hello."), MIA));
    assertThat(await(desk.reply(new AgentReply(id, "r1", 2, "Goodbye."), MIA)))
        .isEqualTo(new Replied.IdReused());
    assertThat(await(desk.reply(new AgentReply(id, "r1", 2, "Hello."), TOM)))
        .isEqualTo(new Replied.IdReused());
  }

  @Test
  void a_shopper_cannot_use_up_the_ids_of_an_agent() {
    var id = taken();
    await(bot.accept(id, "r1", new Ask.Say("mine")));
    assertThat(await(desk.reply(new AgentReply(id, "r1", 2, "Hello."), MIA)))
        .isInstanceOf(Replied.Stored.class);
  }

  @Test
  void who_does_not_hold_the_conversation_cannot_write_in_it() {
    var id = taken();
    assertThat(refusal(await(desk.reply(new AgentReply(id, "r1", 2, "Hello."), TOM))))
        .isEqualTo(Move.Reason.NOT_YOURS);
    assertThat(refusal(await(desk.reply(new AgentReply(id, "r1", 1, "Hello."), MIA))))
        .isEqualTo(Move.Reason.STALE_EPOCH);
    assertThat(messages(id)).isEqualTo("1");
  }

  @Test
  void replies_and_shoppers_messages_share_one_counter_without_gaps() {
    var id = taken();
    var both =
        IntStream.range(0, 20)
            .mapToObj(
                i ->
                    i % 2 == 0
                        ? desk.reply(new AgentReply(id, "r" + i, 2, "reply " + i), MIA)
                        : bot.accept(id, "c" + i, new Ask.Say("message " + i)))
            .toList();
    await(Future.join(both));
    assertThat(database.text("SELECT string_agg(seq::text, ' ' ORDER BY seq)" + of(id)))
        .isEqualTo(
            IntStream.rangeClosed(1, 21)
                .mapToObj(Integer::toString)
                .collect(java.util.stream.Collectors.joining(" ")));
  }

  @Test
  void handed_back_the_bot_answers_only_what_comes_next() {
    var id = database.conversation();
    var unanswered = say(id, "c1", "where is my parcel");
    await(desk.takeOver(id, MIA));
    await(bot.accept(id, "c2", new Ask.Say("thank you Mia")));
    var done = (Moved.Done) await(desk.release(id, 2, MIA));
    assertThat(done.standing().mode()).isEqualTo(Mode.BOT);
    assertThat(done.announcement().text()).startsWith("Mia has left. The bot answers from here;");
    assertThat(await(bot.unanswered(Duration.ZERO, 100)))
        .noneMatch(turn -> turn.conversation().equals(id));
    assertThat(await(bot.commit(unanswered, answer("late")))).isInstanceOf(Committed.Fenced.class);
    var next = say(id, "c3", "and delivery costs?");
    assertThat(await(bot.commit(next, answer("£3.95.")))).isInstanceOf(Committed.Written.class);
  }

  @Test
  void handed_back_the_bot_has_forgotten_its_open_questions() {
    var id = database.conversation();
    var turn = say(id, "c1", "hello");
    var asking = new Memory(DialogState.IDLE, 1, List.of(new Choice("Delivery", "a:delivery")));
    await(
        bot.commit(
            turn, new Answer(List.of(Reply.of("Which?")), asking, Optional.empty(), List.of())));
    await(desk.takeOver(id, MIA));
    await(desk.release(id, 2, MIA));
    assertThat(say(id, "c2", "hello again").memory()).isEqualTo(Memory.EMPTY);
  }

  @Test
  void a_ticket_ends_with_its_release_and_the_next_one_is_new() {
    var id = asksForAPerson("a person please");
    var first = ticket(id);
    await(desk.claim(first, MIA));
    await(desk.release(id, 3, MIA));
    assertThat(await(desk.open())).isEmpty();
    handOver(id, "c2", "a person again");
    assertThat(ticket(id)).isNotEqualTo(first);
    assertThat(await(desk.claim(first, TOM)))
        .extracting(moved -> ((Moved.Refused) moved).reason())
        .isEqualTo(Move.Reason.TICKET_OVER);
  }

  @Test
  void a_closed_conversation_takes_no_more_words() {
    var id = taken();
    var done = (Moved.Done) await(desk.close(id, 2, MIA, Optional.of(Outcome.SOLVED)));
    assertThat(done.standing().mode()).isEqualTo(Mode.CLOSED);
    assertThat(refusal(await(desk.reply(new AgentReply(id, "r1", 3, "Hello."), MIA))))
        .isEqualTo(Move.Reason.CLOSED);
    assertThat(await(bot.accept(id, "c9", new Ask.Say("hello?")))).isEqualTo(new Accepted.Closed());
    assertThat(await(desk.open())).isEmpty();
  }

  @Test
  void a_message_left_with_an_address_waits_on_after_the_conversation_has_ended() {
    var id = database.conversation();
    var shopper = new PgSessions(database.open(vertx));
    await(shopper.record(id, "l1", new Deed.Leave("ann@example.com", "Please write to me.")));
    await(shopper.record(id, "l2", new Deed.Close()));
    assertThat(await(desk.open()))
        .singleElement()
        .satisfies(
            ticket -> {
              assertThat(ticket.email()).contains("ann@example.com");
              assertThat(ticket.lastText()).isEqualTo("Please write to me.");
            });
    assertThat(await(desk.claim(ticket(id), MIA))).isInstanceOf(Moved.Marked.class);
    assertThat(await(desk.open())).extracting(Ticket::agent).containsExactly(Optional.of("Mia"));
    assertThat(await(desk.close(id, 2, MIA, Optional.empty()))).isInstanceOf(Moved.Marked.class);
    assertThat(await(desk.open())).isEmpty();
    assertThat(messages(id)).isEqualTo("1");
    assertThat(events.all)
        .containsExactly(
            new ConversationEvent.TicketChanged(id), new ConversationEvent.TicketChanged(id));
  }

  @Test
  void the_queue_knows_who_is_next_and_how_long_it_takes() {
    var first = asksForAPerson("one");
    var second = asksForAPerson("two");
    var third = asksForAPerson("three");
    assertThat(await(place(third)).position()).contains(3);
    assertThat(await(place(third)).expected()).isEmpty();
    database.execute(
        "UPDATE ticket SET queued_at = queued_at - interval '90 s' WHERE conversation = '%s'"
            .formatted(first));
    await(desk.claim(ticket(first), MIA));
    assertThat(await(place(first)).position()).isEmpty();
    var place = await(place(third));
    assertThat(place.position()).contains(2);
    assertThat(place.waiting()).isEqualTo(2);
    assertThat(place.expected().orElseThrow()).isBetween(ofSeconds(90), ofSeconds(100));
    await(desk.claim(ticket(second), TOM));
    assertThat(await(place(third)).position()).contains(1);
  }

  @Test
  void the_desk_is_open_while_somebody_is_there() {
    var id = database.conversation();
    assertThat(await(place(id)).open()).isFalse();
    await(desk.present(MIA));
    assertThat(await(place(id)).open()).isTrue();
    database.execute("UPDATE agent_presence SET until = now()");
    assertThat(await(place(id)).open()).isFalse();
  }

  @Test
  void a_reply_has_words_and_an_id_of_a_sensible_length() {
    var id = ConversationId.random();
    assertThatThrownBy(() -> new AgentReply(id, "r1", 1, " "))
        .isInstanceOf(Invalid.class)
        .hasMessage("text is blank");
    assertThatThrownBy(() -> new AgentReply(id, "r1", 1, "x".repeat(4_001)))
        .hasMessage("text has 4001 characters; at most 4000");
    assertThatThrownBy(() -> new AgentReply(id, "", 1, "hello"))
        .hasMessage("id must have 1 to 64 characters");
  }

  private Future<Place> place(ConversationId conversation) {
    return desk.places(Set.of(conversation)).map(places -> places.get(conversation));
  }

  private static Duration ofSeconds(long seconds) {
    return Duration.ofSeconds(seconds);
  }

  private ConversationId asksForAPerson(String words) {
    var id = database.conversation();
    handOver(id, "c1", words);
    return id;
  }

  private void handOver(ConversationId id, String clientId, String words) {
    var summary = Map.of("order", "LL20481234");
    var answer =
        new Answer(
            List.of(Reply.of("I've asked a person to join.")),
            Memory.EMPTY,
            Optional.of(new Handover("asked", summary)),
            List.of());
    assertThat(await(bot.commit(say(id, clientId, words), answer)))
        .isInstanceOf(Committed.Written.class);
  }

  /** A conversation of epoch 2 that Mia has taken over, with one message that says so. */
  private ConversationId taken() {
    var id = database.conversation();
    await(desk.takeOver(id, MIA));
    return id;
  }

  private Turn say(ConversationId id, String clientId, String words) {
    var accepted = (Accepted.Stored) await(bot.accept(id, clientId, new Ask.Say(words)));
    return accepted.turn().orElseThrow();
  }

  private static Answer answer(String text) {
    return new Answer(List.of(Reply.of(text)), Memory.EMPTY, Optional.empty(), List.of());
  }

  private long ticket(ConversationId id) {
    return await(desk.open()).stream()
        .filter(ticket -> ticket.conversation().equals(id))
        .findFirst()
        .orElseThrow()
        .id();
  }

  private static Move.Reason refusal(Replied replied) {
    return ((Replied.Refused) replied).reason();
  }

  private String messages(ConversationId id) {
    return database.text("SELECT count(*)" + of(id));
  }

  private static String of(ConversationId id) {
    return " FROM message WHERE conversation = '%s'".formatted(id);
  }

  private boolean agentSpeaks(ConversationEvent event) {
    return event instanceof ConversationEvent.Appended(_, var said)
        && said.getFirst().from() == Sender.AGENT;
  }

  /** Keeps what was published. */
  private static final class Heard implements Events {
    private final List<ConversationEvent> all = new CopyOnWriteArrayList<>();

    @Override
    public void publish(ConversationEvent event) {
      all.add(event);
    }

    @Override
    public Subscription subscribe(Consumer<ConversationEvent> consumer) {
      throw new IllegalStateException("nobody listens here");
    }
  }
}
