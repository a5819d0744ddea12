package deskbell.handoff;

import static deskbell.store.TestDatabase.await;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import deskbell.conversation.Conflict;
import deskbell.conversation.ConversationEvent;
import deskbell.conversation.ConversationId;
import deskbell.conversation.Events;
import deskbell.conversation.Mode;
import deskbell.handoff.Destination.ToAgent;
import deskbell.handoff.Destination.ToDepartment;
import deskbell.store.PgCrew;
import deskbell.store.PgFigures;
import deskbell.store.PgFurnishings;
import deskbell.store.PgNotes;
import deskbell.store.PgTickets;
import deskbell.store.TestDatabase;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/**
 * A shift at the desk on a real database: who is there, who gets whom, passing on, being gone. Long
 * because each rule needs people and shoppers of its own.
 */
class ShiftTest {
  @RegisterExtension static final TestDatabase database = new TestDatabase();
  private static final Vertx vertx = Vertx.vertx();
  private static final Agent MIA = new Agent("Mia", false);
  private static final Agent TOM = new Agent("Tom", false);

  private final PgCrew crew = new PgCrew(database.open(vertx));
  private final PgFurnishings furnishings = new PgFurnishings(database.open(vertx));
  private final PgNotes notes = new PgNotes(database.open(vertx));
  private Instant now = Instant.now();
  private final Desk desk = desk();

  @AfterAll
  static void stop() {
    await(vertx.close());
  }

  @BeforeEach
  void a_fresh_desk() {
    database.execute(
        """
        TRUNCATE ticket, past_wait, agent_presence, note, department, account CASCADE;
        INSERT INTO account (name_key, name, role, password_hash, created_at) VALUES
          ('mia', 'Mia', 'agent', '', now()), ('tom', 'Tom', 'agent', '', now()),
          ('eve', 'Eve', 'editor', '', now());
        INSERT INTO department (id, name_en, name_zh, topics) VALUES
          ('returns', 'Returns', '退换货', '{return-item,return_item}'),
          ('care', 'Care', '售后', '{safety}');
        UPDATE desk_policy SET capacity = 6, assigns = false;
        """);
  }

  private Desk desk() {
    return new Desk(
        new PgTickets(database.open(vertx)),
        crew,
        new Silent(),
        () -> Hours.ALWAYS,
        HandoffSettings.DEFAULTS,
        () -> now);
  }

  private Shift shift() {
    return new Shift(vertx, desk(), crew, furnishings, HandoffSettings.DEFAULTS, () -> now);
  }

  @Test
  void an_agent_is_online_away_or_gone() {
    await(desk.present(MIA));
    await(desk.present(TOM));
    await(desk.away(TOM, true));
    assertThat(await(desk.colleagues()))
        .extracting(one -> one.name() + " " + one.availability().wire())
        .containsExactly("Mia online", "Tom away");
    now = now.plus(HandoffSettings.DEFAULTS.presence());
    assertThat(await(desk.colleagues()))
        .extracting(Colleague::availability)
        .containsOnly(Availability.GONE);
    await(desk.present(TOM));
    assertThat(await(desk.colleagues()))
        .extracting(one -> one.name() + " " + one.availability().wire())
        .containsExactly("Mia gone", "Tom online");
  }

  @Test
  void shoppers_are_not_told_that_somebody_is_there_who_is_away() {
    await(desk.present(MIA));
    assertThat(await(place(ConversationId.random())).open()).isTrue();
    await(desk.away(MIA, true));
    assertThat(await(place(ConversationId.random())).open()).isFalse();
  }

  @Test
  void nobody_gets_more_than_they_may_have_however_fast_they_click() {
    database.execute("UPDATE account SET capacity = 2 WHERE name = 'Mia'");
    IntStream.range(0, 8).forEach(i -> waits("en", "asked"));
    var claims = await(desk.open()).stream().map(one -> desk.claim(one.id(), MIA)).toList();
    var moved = await(Future.join(claims)).<Moved>list();
    assertThat(moved).filteredOn(Moved.Done.class::isInstance).hasSize(2);
    assertThat(moved)
        .filteredOn(Moved.Refused.class::isInstance)
        .hasSize(6)
        .allSatisfy(one -> assertThat(((Moved.Refused) one).reason()).isEqualTo(Move.Reason.FULL));
    assertThat(await(desk.claimNext(new Agent("Mia", true)))).get().isInstanceOf(Moved.Done.class);
  }

  @Test
  void the_next_one_is_the_oldest_of_an_agents_language_and_department() {
    database.execute(
        "UPDATE account SET languages = '{zh}', departments = '{returns}' WHERE name = 'Mia'");
    waits("en", "asked");
    waits("zh", "safety");
    var returns = waits("zh", "return_item");
    waits("zh", "asked");
    var got = (Moved.Done) await(desk.claimNext(MIA)).orElseThrow();
    assertThat(got.standing().conversation()).isEqualTo(returns);
    await(desk.claimNext(MIA));
    assertThat(await(desk.claimNext(MIA))).isEmpty();
    assertThat(await(desk.open()))
        .extracting(one -> one.department().orElse("-") + " " + one.agent().orElse("-"))
        .containsExactly("- -", "care -", "returns Mia", "- Mia");
  }

  @Test
  void agents_at_once_get_different_shoppers() {
    IntStream.range(0, 6).forEach(i -> waits("en", "asked"));
    var got =
        await(
                Future.join(
                    IntStream.range(0, 6)
                        .mapToObj(i -> desk.claimNext(i % 2 == 0 ? MIA : TOM))
                        .toList()))
            .<Optional<Moved>>list();
    var taken = await(desk.open()).stream().filter(one -> one.agent().isPresent()).count();
    assertThat(got)
        .filteredOn(one -> one.filter(Moved.Done.class::isInstance).isPresent())
        .hasSize(Math.toIntExact(taken));
  }

  @Test
  void a_shopper_is_passed_to_a_colleague_who_is_there_with_a_note() {
    var id = takenByMia();
    var note = Optional.of(new NewNote("n1", "She has sent a photo."));
    var absent = await(desk.transfer(id, 2, MIA, new ToAgent("Tom"), note));
    assertThat(((Moved.Refused) absent).reason()).isEqualTo(Move.Reason.ABSENT);
    assertThat(await(notes.of(id))).isEmpty();
    await(desk.present(TOM));
    var passed = (Moved.Done) await(desk.transfer(id, 2, MIA, new ToAgent("Tom"), note));
    assertThat(passed.standing().agent()).contains("Tom");
    assertThat(passed.announcement().text())
        .isEqualTo("Mia has passed you on to Tom, who answers from here.");
    assertThat(await(notes.of(id)))
        .singleElement()
        .satisfies(
            one -> {
              assertThat(one.number()).isEqualTo(1);
              assertThat(one.agent()).isEqualTo("Mia");
              assertThat(one.text()).isEqualTo("She has sent a photo.");
            });
    var late = await(desk.transfer(id, 2, MIA, new ToAgent("Tom"), Optional.empty()));
    assertThat(((Moved.Refused) late).reason()).isEqualTo(Move.Reason.NOT_YOURS);
  }

  @Test
  void a_shopper_is_passed_to_a_department_and_keeps_the_place_in_the_queue() {
    var id = takenByMia();
    waits("en", "asked");
    var passed =
        (Moved.Done) await(desk.transfer(id, 2, MIA, new ToDepartment("care"), Optional.empty()));
    assertThat(passed.standing().mode()).isEqualTo(Mode.WAITING);
    var first = await(desk.open()).getFirst();
    assertThat(first.conversation()).isEqualTo(id);
    assertThat(first.department()).contains("care");
    assertThat(first.agent()).isEmpty();
    assertThat(first.course().queuedAt())
        .as("nobody has answered: they have waited all the time")
        .isEqualTo(first.createdAt());
    assertThat(await(place(id)).position()).contains(1);
  }

  @Test
  void who_waits_is_listed_with_what_they_said_not_with_the_button_they_pressed() {
    var id = waits("en", "asked");
    database.execute(
        """
        INSERT INTO message (conversation, seq, sender, text, kind)
        VALUES ('%s', 1, 'shopper', 'My lamp flickers', 'say'),
          ('%1$s', 2, 'agent', 'Try another bulb', NULL),
          ('%1$s', 3, 'shopper', 'Talk to a person', 'human')
        """
            .formatted(id));
    assertThat(await(desk.open()).getFirst().lastText()).isEqualTo("My lamp flickers");
  }

  @Test
  void a_shopper_goes_back_to_the_queue_that_they_came_from() {
    var id = takenByMia();
    database.execute("UPDATE ticket SET department = 'care'");
    await(desk.transfer(id, 2, MIA, new Destination.ToQueue(), Optional.empty()));
    var first = await(desk.open()).getFirst();
    assertThat(first.state()).isEqualTo(TicketState.WAITING);
    assertThat(first.department()).contains("care");
  }

  @Test
  void back_in_the_queue_a_shopper_waits_since_their_first_words_without_an_answer() {
    var id = takenByMia();
    await(desk.reply(new AgentReply(id, "r1", 2, "Hello."), MIA));
    said(id, "Are you there?", 4);
    said(id, "Hello?", 3);
    await(desk.transfer(id, 2, MIA, new ToDepartment("care"), Optional.empty()));
    assertThat(waitingSince(id)).isEqualTo("4");
  }

  @Test
  void back_in_the_queue_a_shopper_who_has_all_answers_waits_since_then() {
    var id = takenByMia();
    said(id, "Hello?", 4);
    await(desk.reply(new AgentReply(id, "r1", 2, "Hello."), MIA));
    await(desk.transfer(id, 2, MIA, new ToDepartment("care"), Optional.empty()));
    assertThat(waitingSince(id)).isEqualTo("0");
  }

  @Test
  void a_day_counts_each_wait_of_a_shopper_and_loses_none() {
    var id = takenByMia();
    await(desk.reply(new AgentReply(id, "r1", 2, "Hello."), MIA));
    database.execute(
        """
        UPDATE ticket SET created_at = now() - interval '20 min', queued_at = now() - interval '20 min',
          claimed_at = now() - interval '19 min', replied_at = now() - interval '18 min'
        """);
    said(id, "It still flickers", 5);
    await(desk.transfer(id, 2, MIA, new ToDepartment("care"), Optional.empty()));
    var figures = today();
    assertThat(figures.get("wait"))
        .as("the second wait is not over")
        .containsExactlyInAnyOrderEntriesOf(Map.of("median", 60.0, "most", 60.0, "answer", 120.0));
    await(desk.claim(await(desk.open()).getFirst().id(), TOM));
    assertThat(today().get("wait").get("median")).isBetween(180.0, 240.0);
    assertThat(today().get("reason")).containsExactly(Map.entry("asked", 1.0));
  }

  @Test
  void who_was_taken_over_unasked_waits_only_once_their_agent_is_gone() {
    var id = database.conversation();
    await(desk.takeOver(id, MIA));
    assertThat(today()).doesNotContainKeys("wait", "reason");
    said(id, "Yes please", 3);
    await(desk.transfer(id, 2, MIA, new ToDepartment("care"), Optional.empty()));
    assertThat(waitingSince(id)).isEqualTo("3");
    await(desk.claim(await(desk.open()).getFirst().id(), TOM));
    assertThat(today().get("wait").get("median")).isBetween(180.0, 240.0);
  }

  /** The day in whose middle it is now, wherever that is. */
  private Map<String, Map<String, Double>> today() {
    var zone = ZoneOffset.ofHours(12 - Instant.now().atZone(ZoneOffset.UTC).getHour());
    return await(new PgFigures(database.open(vertx)).of(LocalDate.now(zone), zone));
  }

  /** Words of the shopper from some minutes ago. */
  private static void said(ConversationId id, String words, int minutes) {
    database.execute(
        """
        WITH c AS (UPDATE conversation SET seq = seq + 1 WHERE id = '%s' RETURNING id, seq)
        INSERT INTO message (conversation, seq, sender, text, at)
        SELECT id, seq, 'shopper', '%s', now() - interval '%d min' FROM c
        """
            .formatted(id, words, minutes));
  }

  /** Whole minutes. */
  private static String waitingSince(ConversationId id) {
    return database.text(
        "SELECT floor(extract(epoch FROM now() - queued_at) / 60)::int FROM ticket WHERE"
            + " conversation = '"
            + id
            + "'");
  }

  @Test
  void who_loses_their_agent_waits_again_also_after_a_restart() {
    var id = takenByMia();
    await(desk.present(MIA));
    var shift = shift();
    shift.start();
    shift.stop();
    now = now.plus(HandoffSettings.DEFAULTS.presence()).plusSeconds(59);
    assertThat(await(shift.giveBack())).isZero();
    now = now.plusSeconds(2);
    var restarted = shift();
    restarted.start();
    restarted.stop();
    assertThat(await(restarted.giveBack())).as("agents come back to it first").isZero();
    assertThat(await(shift.giveBack())).isEqualTo(1);
    assertThat(database.text("SELECT mode FROM conversation WHERE id = '" + id + "'"))
        .isEqualTo("waiting");
    assertThat(await(desk.open()))
        .singleElement()
        .extracting(Ticket::agent)
        .isEqualTo(Optional.empty());
  }

  @Test
  void who_is_away_or_comes_back_keeps_whom_they_have() {
    var id = takenByMia();
    await(desk.present(MIA));
    await(desk.away(MIA, true));
    var shift = shift();
    shift.start();
    shift.stop();
    now = now.plus(HandoffSettings.DEFAULTS.presence()).plusSeconds(61);
    await(desk.present(MIA));
    assertThat(await(shift.giveBack())).isZero();
    assertThat(database.text("SELECT agent FROM conversation WHERE id = '" + id + "'"))
        .isEqualTo("Mia");
  }

  @Test
  void whoever_waits_is_given_to_who_is_free_where_the_policy_says_so() {
    waits("en", "asked");
    waits("zh", "asked");
    await(desk.present(MIA));
    await(desk.present(TOM));
    await(shift().assign());
    assertThat(await(desk.open())).allMatch(one -> one.agent().isEmpty());
    await(furnishings.policy(policy(true), Optional.empty()));
    await(shift().assign());
    assertThat(await(desk.open()))
        .extracting(one -> one.agent().orElseThrow())
        .containsExactlyInAnyOrder("Mia", "Tom");
  }

  @Test
  void a_note_is_stored_once_counts_apart_and_goes_when_the_conversation_is_erased() {
    var id = takenByMia();
    var before = database.text("SELECT seq FROM conversation WHERE id = '" + id + "'");
    var first = await(notes.add(id, new NewNote("a", "First"), MIA));
    assertThat(await(notes.add(id, new NewNote("a", "First"), MIA))).isEqualTo(first);
    assertThat(await(notes.add(id, new NewNote("b", "Second"), TOM)).number()).isEqualTo(2);
    assertThatThrownBy(() -> await(notes.add(id, new NewNote("a", "Other"), MIA)))
        .isInstanceOf(Conflict.class);
    assertThat(database.text("SELECT seq FROM conversation WHERE id = '" + id + "'"))
        .isEqualTo(before);
    database.execute("SELECT erase_conversation('" + id + "')");
    assertThat(await(notes.of(id))).isEmpty();
    assertThatThrownBy(() -> await(notes.add(id, new NewNote("c", "Third"), MIA)))
        .isInstanceOf(Conflict.class);
  }

  @Test
  void what_came_of_a_conversation_is_kept() {
    var id = takenByMia();
    await(desk.close(id, 2, MIA, Optional.of(Outcome.FOLLOW_UP)));
    assertThat(database.text("SELECT outcome FROM ticket WHERE conversation = '" + id + "'"))
        .isEqualTo("follow_up");
  }

  @Test
  void the_first_answer_is_noted_once() {
    var id = takenByMia();
    await(desk.reply(new AgentReply(id, "r1", 2, "Hello."), MIA));
    var first = await(desk.open()).getFirst().course().repliedAt();
    await(desk.reply(new AgentReply(id, "r2", 2, "Still here?"), MIA));
    assertThat(first).isPresent();
    assertThat(await(desk.open()).getFirst().course().repliedAt()).isEqualTo(first);
  }

  private Future<Place> place(ConversationId conversation) {
    return desk.places(Set.of(conversation)).map(places -> places.get(conversation));
  }

  private static Policy policy(boolean assigns) {
    return new Policy(Duration.ofMinutes(2), Duration.ofMinutes(30), 6, assigns);
  }

  private ConversationId takenByMia() {
    var id = waits("en", "asked");
    await(desk.claim(await(desk.open()).getLast().id(), MIA));
    return id;
  }

  /** A shopper who waits since now, after those before. */
  private static ConversationId waits(String language, String reason) {
    var id = database.conversation();
    database.execute(
        """
        UPDATE conversation SET mode = 'waiting', locale = '%2$s' WHERE id = '%1$s';
        INSERT INTO ticket (conversation, reason, summary, language)
        VALUES ('%1$s', '%3$s', '{}', '%2$s');
        """
            .formatted(id, language, reason));
    return id;
  }

  /** Nobody listens. */
  private static final class Silent implements Events {
    @Override
    public void publish(ConversationEvent event) {}

    @Override
    public Subscription subscribe(Consumer<ConversationEvent> consumer) {
      return () -> {};
    }
  }
}
