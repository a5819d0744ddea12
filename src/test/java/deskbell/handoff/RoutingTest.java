package deskbell.handoff;

import static org.assertj.core.api.Assertions.assertThat;

import deskbell.conversation.ConversationId;
import deskbell.conversation.Language;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class RoutingTest {
  private static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");

  @Test
  void the_one_who_has_waited_longest_comes_first() {
    var open = List.of(waiting(1, Language.EN), waiting(2, Language.EN));
    assertThat(Routing.next(open, agent("Mia", 0))).map(Ticket::id).contains(1L);
  }

  @Test
  void who_is_taken_or_has_left_a_message_waits_no_more() {
    var taken = ticket(1, Language.EN, TicketState.CLAIMED, "", "");
    var mail = ticket(2, Language.EN, TicketState.WAITING, "ann@example.com", "");
    assertThat(Routing.next(List.of(taken, mail), agent("Mia", 0))).isEmpty();
  }

  @Test
  void an_agent_gets_only_the_languages_and_departments_that_they_are_for() {
    var mia = colleague("Mia", Availability.ONLINE, 0, Set.of(Language.ZH), List.of("returns"));
    var english = ticket(1, Language.EN, TicketState.WAITING, "", "returns");
    var elsewhere = ticket(2, Language.ZH, TicketState.WAITING, "", "billing");
    var everybodys = ticket(3, Language.ZH, TicketState.WAITING, "", "");
    var hers = ticket(4, Language.ZH, TicketState.WAITING, "", "returns");
    assertThat(List.of(english, elsewhere, everybodys, hers))
        .filteredOn(mia::suits)
        .containsExactly(everybodys, hers);
  }

  @Test
  void whoever_has_least_to_do_gets_the_next_until_all_are_full() {
    var open = List.of(waiting(1, Language.EN), waiting(2, Language.EN), waiting(3, Language.EN));
    var crew = List.of(agent("Mia", 4), agent("Tom", 5), agent("Zoe", 3));
    assertThat(Routing.assign(open, crew))
        .extracting(Routing.Assignment::agent)
        .containsExactly("Zoe", "Mia", "Zoe");
    assertThat(Routing.assign(open, List.of(agent("Tom", 5), agent("Uma", 6))))
        .extracting(one -> one.ticket().id() + " " + one.agent())
        .containsExactly("1 Tom");
  }

  @Test
  void who_suits_nobody_keeps_nobody_else_waiting() {
    var open = List.of(waiting(1, Language.ZH), waiting(2, Language.EN));
    var mia = colleague("Mia", Availability.ONLINE, 0, Set.of(Language.EN), List.of());
    assertThat(Routing.assign(open, List.of(mia)))
        .extracting(one -> one.ticket().id())
        .containsExactly(2L);
  }

  @Test
  void nobody_is_given_to_an_agent_who_is_away_or_gone() {
    var open = List.of(waiting(1, Language.EN));
    for (var absent : List.of(Availability.AWAY, Availability.GONE)) {
      var crew = List.of(colleague("Mia", absent, 0, Set.of(), List.of()));
      assertThat(Routing.assign(open, crew)).as(absent.wire()).isEmpty();
    }
  }

  private static Colleague agent(String name, int held) {
    return colleague(name, Availability.ONLINE, held, Set.of(), List.of());
  }

  private static Colleague colleague(
      String name, Availability availability, int held, Set<Language> languages, List<String> of) {
    return new Colleague(name, availability, held, 6, languages, of, Optional.empty(), 1);
  }

  private static Ticket waiting(long id, Language language) {
    return ticket(id, language, TicketState.WAITING, "", "");
  }

  private static Ticket ticket(
      long id, Language language, TicketState state, String email, String department) {
    return new Ticket(
        id,
        ConversationId.random(),
        state,
        "asked",
        language,
        NOON.plusSeconds(id),
        Optional.empty(),
        given(email),
        Map.of(),
        "",
        new Ticket.Course(
            NOON,
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            0,
            given(department)));
  }

  private static Optional<String> given(String text) {
    return Optional.of(text).filter(it -> !it.isEmpty());
  }
}
