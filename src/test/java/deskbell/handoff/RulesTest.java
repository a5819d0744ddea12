package deskbell.handoff;

import static org.assertj.core.api.Assertions.assertThat;

import deskbell.conversation.ConversationId;
import deskbell.conversation.Language;
import deskbell.conversation.Mode;
import deskbell.handoff.Move.Change;
import deskbell.handoff.Move.Reason;
import deskbell.handoff.Move.Refused;
import deskbell.handoff.Standing.OpenTicket;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class RulesTest {
  private static final Agent MIA = new Agent("Mia", false);
  private static final Agent TOM = new Agent("Tom", false);
  private static final Agent ANNA = new Agent("Anna", true);
  private static final long TICKET = 7;
  private static final long EPOCH = 3;

  @Test
  void a_waiting_shopper_is_claimed() {
    assertThat(Rules.claim(waiting(), TICKET, MIA))
        .isEqualTo(
            new Change(
                Mode.HUMAN,
                Optional.of("Mia"),
                TicketState.CLAIMED,
                "Mia has joined and answers from here."));
  }

  @Test
  void a_chinese_shopper_reads_chinese() {
    var standing =
        new Standing(
            ConversationId.random(),
            Mode.WAITING,
            EPOCH,
            Optional.empty(),
            Language.ZH,
            Optional.of(new OpenTicket(TICKET, Optional.empty())));
    assertThat(((Change) Rules.claim(standing, TICKET, new Agent("小王", false))).announcement())
        .isEqualTo("小王 已进入对话，接下来由 小王 为您解答。");
  }

  @Test
  void the_second_agent_finds_the_first() {
    assertThat(Rules.claim(heldBy("Mia"), TICKET, TOM)).isEqualTo(new Refused(Reason.TAKEN));
    assertThat(Rules.take(heldBy("Mia"), TOM)).isEqualTo(new Refused(Reason.TAKEN));
  }

  @Test
  void who_claims_again_has_it_already() {
    assertThat(Rules.claim(heldBy("Mia"), TICKET, MIA)).isEqualTo(new Move.Already());
  }

  @Test
  void a_supervisor_may_take_from_an_agent() {
    assertThat(Rules.take(heldBy("Mia"), ANNA)).isInstanceOf(Change.class);
  }

  @Test
  void a_ticket_that_is_over_is_not_claimed() {
    assertThat(Rules.claim(waiting(), TICKET + 1, MIA)).isEqualTo(new Refused(Reason.TICKET_OVER));
    assertThat(Rules.claim(standing(Mode.BOT, null), TICKET, MIA))
        .isEqualTo(new Refused(Reason.TICKET_OVER));
    assertThat(Rules.claim(standing(Mode.CLOSED, null), TICKET, MIA))
        .isEqualTo(new Refused(Reason.TICKET_OVER));
    assertThat(Rules.take(standing(Mode.CLOSED, null), MIA)).isEqualTo(new Refused(Reason.CLOSED));
  }

  @Test
  void what_was_left_before_the_end_is_taken_and_ticked_off_without_a_word_to_the_shopper() {
    assertThat(Rules.claim(left(null), TICKET, MIA))
        .isEqualTo(new Move.Mark(TicketState.CLAIMED, Optional.of("Mia")));
    assertThat(Rules.claim(left("Mia"), TICKET, MIA)).isEqualTo(new Move.Already());
    assertThat(Rules.claim(left("Mia"), TICKET, TOM)).isEqualTo(new Refused(Reason.TAKEN));
    assertThat(Rules.claim(left("Mia"), TICKET, ANNA))
        .isEqualTo(new Move.Mark(TicketState.CLAIMED, Optional.of("Anna")));
    assertThat(Rules.close(left("Mia"), EPOCH, MIA, Optional.empty()))
        .isEqualTo(new Move.Mark(TicketState.CLOSED, Optional.empty()));
  }

  @ParameterizedTest
  @EnumSource(names = {"BOT", "WAITING"})
  void an_agent_may_step_in_unasked(Mode mode) {
    assertThat(Rules.take(standing(mode, null), MIA)).isInstanceOf(Change.class);
  }

  @Test
  void release_gives_back_to_the_bot_and_close_ends() {
    assertThat(Rules.release(heldBy("Mia"), EPOCH, MIA))
        .isEqualTo(
            new Change(
                Mode.BOT,
                Optional.empty(),
                TicketState.RELEASED,
                "Mia has left. The bot answers from here; you can ask for a person again at any"
                    + " time."));
    assertThat(Rules.close(heldBy("Mia"), EPOCH, MIA, Optional.empty()))
        .isEqualTo(
            new Change(
                Mode.CLOSED,
                Optional.empty(),
                TicketState.CLOSED,
                "Mia has ended this conversation."));
  }

  @Test
  void only_who_holds_it_and_knows_its_epoch_may_act() {
    assertThat(Rules.refusal(heldBy("Mia"), EPOCH, MIA)).isEmpty();
    assertThat(Rules.refusal(heldBy("Mia"), EPOCH - 1, MIA)).contains(Reason.STALE_EPOCH);
    assertThat(Rules.refusal(heldBy("Mia"), EPOCH, TOM)).contains(Reason.NOT_YOURS);
    assertThat(Rules.refusal(heldBy("Mia"), EPOCH, ANNA)).contains(Reason.NOT_YOURS);
    assertThat(Rules.refusal(waiting(), EPOCH, MIA)).contains(Reason.NOT_YOURS);
    assertThat(Rules.refusal(standing(Mode.CLOSED, null), EPOCH, MIA)).contains(Reason.CLOSED);
    assertThat(Rules.release(heldBy("Mia"), EPOCH, TOM)).isEqualTo(new Refused(Reason.NOT_YOURS));
    assertThat(Rules.close(heldBy("Mia"), EPOCH - 1, MIA, Optional.empty()))
        .isEqualTo(new Refused(Reason.STALE_EPOCH));
  }

  private static Standing left(String agent) {
    return new Standing(
        ConversationId.random(),
        Mode.CLOSED,
        EPOCH,
        Optional.empty(),
        Language.EN,
        Optional.of(new OpenTicket(TICKET, Optional.ofNullable(agent))));
  }

  private static Standing waiting() {
    return standing(Mode.WAITING, null);
  }

  private static Standing heldBy(String agent) {
    return standing(Mode.HUMAN, agent);
  }

  private static Standing standing(Mode mode, String agent) {
    return new Standing(
        ConversationId.random(),
        mode,
        EPOCH,
        Optional.ofNullable(agent),
        Language.EN,
        mode == Mode.WAITING || mode == Mode.HUMAN
            ? Optional.of(new OpenTicket(TICKET, Optional.ofNullable(agent)))
            : Optional.empty());
  }
}
