package deskbell.dialog;

import static org.assertj.core.api.Assertions.assertThat;

import deskbell.conversation.Choice;
import deskbell.conversation.Language;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What becomes of a conversation in which nobody writes for a while. */
class LongPauseTest {
  private static final Duration HOUR = Duration.ofHours(1);
  private static final Duration DAY = Duration.ofDays(1);

  @Test
  void an_answer_after_an_hour_is_an_answer() {
    assertThat(proposed().passes(HOUR).says("yes").call().operation()).isEqualTo("cancel_order");
    assertThat(proposedInChinese().passes(HOUR).says("好的").call().operation())
        .isEqualTo("cancel_order");
  }

  @Test
  void who_comes_back_after_an_hour_is_told_what_is_known() {
    assertThat(named().passes(HOUR).reminds().words())
        .containsExactly(
            "Back to “Get an invoice”. So far I have order LL20481234, e-mail anna@example.com."
                + " Which name should stand on it?");
    assertThat(namedInChinese().passes(HOUR).reminds().words())
        .containsExactly("接着办“开发票”。之前记下的有：订单号 LL20481234、邮箱 anna@example.com。发票抬头写什么？");
  }

  @Test
  void a_minute_less_is_no_pause() {
    assertThat(named().passes(HOUR.minusMinutes(1)).reminds().words())
        .containsExactly("Back to “Get an invoice”. Which name should stand on it?");
  }

  @Test
  void the_first_miss_after_a_pause_is_none() {
    var talk = named().misses().passes(HOUR).misses();

    assertThat(talk.words()).singleElement().asString().startsWith("Back to");
    assertThat(talk.open().misses()).isEqualTo(1);
    assertThat(talk.misses().open().misses()).isEqualTo(2);
  }

  @Test
  void nothing_is_done_with_what_was_said_a_day_ago_before_it_is_asked_again() {
    var asked = proposed().passes(DAY).says("yes");

    assertThat(asked.acts()).noneMatch(Act.CallShop.class::isInstance);
    assertThat(asked.words())
        .containsExactly(
            "It's been a while since we spoke about “Cancel an order”. Does this still hold: order"
                + " LL20481234, e-mail anna@example.com?");
    assertThat(asked.says("yes, that's right").call().operation()).isEqualTo("find_order");
    assertThat(asked.shop("ok", Map.of("status", "paid")).words())
        .singleElement()
        .asString()
        .endsWith("Shall I?");
    assertThat(asked.says("yes").call().operation()).isEqualTo("cancel_order");
  }

  @Test
  void in_chinese_as_well_a_day_old_proposal_is_asked_about_first() {
    var asked = proposedInChinese().passes(DAY).says("好的");

    assertThat(asked.words())
        .containsExactly("上次说到“取消订单”已经有一段时间了。当时记下的还对吗？订单号 LL20481234、邮箱 anna@example.com");
    assertThat(asked.choices()).extracting(Choice::label).containsExactly("是", "不是", "先不办了");
    assertThat(asked.presses("yes").call().operation()).isEqualTo("find_order");
  }

  @Test
  void what_no_longer_holds_is_asked_anew() {
    var asked = proposed().passes(DAY).says("yes").says("no");

    assertThat(asked.words()).singleElement().asString().startsWith("Which order");
    assertThat(asked.open().slots()).isEmpty();
  }

  @Test
  void a_correction_of_what_was_said_long_ago_leaves_the_rest() {
    var corrected = proposed().passes(DAY).says("yes").says("no, it's LL20481235");

    assertThat(corrected.call().arguments())
        .isEqualTo(Map.of("order", "LL20481235", "email", "anna@example.com"));
  }

  @Test
  void a_new_order_after_a_day_is_taken_and_the_rest_is_asked_about() {
    var asked = proposed().passes(DAY).says("no, it's LL20481235");

    assertThat(asked.words())
        .singleElement()
        .asString()
        .endsWith("Does this still hold: order LL20481235, e-mail anna@example.com?");
  }

  @Test
  void who_comes_back_after_a_day_with_something_else_is_asked_when_brought_back() {
    var reminded = proposed().passes(DAY).reminds();

    assertThat(reminded.words()).singleElement().asString().startsWith("It's been a while");
    assertThat(reminded.says("do you sell umbrellas?").acts())
        .hasOnlyElementsOfType(Act.NotForMe.class);
    assertThat(reminded.misses().words())
        .singleElement()
        .asString()
        .startsWith("A yes or a no is all I need. It's been a while");
    assertThat(reminded.presses("!leave").words())
        .containsExactly("All right, I'll leave it there.");
  }

  @Test
  void a_yes_to_the_offer_of_a_person_is_none_to_what_was_said_long_ago() {
    var offered = proposed().passes(DAY).reminds().misses().misses().misses();

    assertThat(offered.words())
        .singleElement()
        .asString()
        .endsWith("Shall I get a person to help?");
    assertThat(offered.says("no").acts()).hasOnlyElementsOfType(Act.NotForMe.class);
    assertThat(offered.reminds().words())
        .singleElement()
        .asString()
        .startsWith("It's been a while");
    assertThat(offered.says("yes").acts()).hasOnlyElementsOfType(Act.HandOver.class);
  }

  @Test
  void a_no_to_what_was_proposed_a_day_ago_needs_no_question() {
    assertThat(proposed().passes(DAY).says("no, keep it").words())
        .containsExactly("All right, order LL20481234 stays as it is.");
  }

  @Test
  void a_flow_that_is_started_anew_takes_nothing_from_one_that_waits_since_yesterday() {
    var talk = Talk.in(Language.EN).starts("track-order", "where is my order LL20481234");

    assertThat(talk.passes(DAY).starts("cancel-order", "cancel my order").open().slots()).isEmpty();
  }

  private static Talk proposed() {
    return Talk.in(Language.EN)
        .starts("cancel-order", "cancel my order LL20481234, anna@example.com")
        .shop("ok", Map.of("status", "paid"));
  }

  private static Talk proposedInChinese() {
    return Talk.in(Language.ZH)
        .starts("cancel-order", "取消订单LL20481234，anna@example.com")
        .shop("ok", Map.of("status", "paid"));
  }

  /** At the question for the name on an invoice. */
  private static Talk named() {
    return Talk.in(Language.EN)
        .starts("invoice", "invoice for LL20481234, for me, anna@example.com")
        .shop("ok", Map.of("status", "paid"));
  }

  private static Talk namedInChinese() {
    return Talk.in(Language.ZH)
        .starts("invoice", "订单LL20481234开个人发票，anna@example.com")
        .shop("ok", Map.of("status", "paid"));
  }
}
