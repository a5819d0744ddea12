package deskbell.dialog;

import static org.assertj.core.api.Assertions.assertThat;

import deskbell.conversation.Choice;
import deskbell.conversation.Identity;
import deskbell.conversation.Language;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What a shopper may say at any question beside answering it. Long because each is tried at a
 * question of the shipped flows.
 */
class InterjectionsTest {
  private static final String FIRST = "LL20481234";
  private static final String SECOND = "LL20480077";
  private static final Map<String, String> NAMED =
      Map.of(
          "count", "2", "order_1", FIRST, "order_2", SECOND, "items_1", "Lamp", "items_2",
          "Kettle");
  private static final Map<String, String> ORDERS =
      Map.of("count", "2", "order_1", FIRST, "order_2", SECOND);

  @ParameterizedTest
  @ValueSource(
      strings = {
        "why?",
        "what do you need it for?",
        "Why do you need my e-mail?",
        "and why would my e-mail matter",
        "what's the e-mail for?",
        "为什么要问这个",
        "要手机号做什么",
        "不给行不行"
      })
  void who_asks_why_is_told_and_asked_again(String text) {
    var told = Talk.in(Language.EN).starts("cancel-order", "cancel LL20481234").says(text);

    assertThat(told.words())
        .singleElement()
        .asString()
        .startsWith("Only the person who ordered may see it")
        .endsWith("the last four digits of the phone number.");
    assertThat(told.says("anna@example.com").call().operation()).isEqualTo("find_order");
  }

  @ParameterizedTest
  @ValueSource(strings = {"为什么？", "要这个干什么？", "一定要提供吗"})
  void in_chinese_as_well(String text) {
    assertThat(Talk.in(Language.ZH).starts("track-order", "查物流").says(text).words())
        .containsExactly("订单要按订单号查，才不会弄错。请问查哪个订单？订单号是 LL 加 8 位数字。");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "why is my parcel so late?",
        "为什么这么久还没到",
        "为什么要等这么久",
        "why was I charged twice for my order",
        "why did my order come in two parcels",
        "what is in my order"
      })
  void a_question_about_something_else_is_none_about_the_question(String text) {
    assertThat(Talk.in(Language.EN).starts("cancel-order", "cancel my order").says(text).acts())
        .hasOnlyElementsOfType(Act.NotForMe.class);
  }

  @Test
  void why_is_answered_at_a_proposal_and_at_a_slot_without_a_reason_of_its_own() {
    assertThat(proposed(Language.EN).says("why?").words())
        .singleElement()
        .asString()
        .startsWith("This changes something in the shop");
    assertThat(returning(Language.EN).says("why?").words())
        .containsExactly("I need it for “Return something”. Why is it coming back?");
  }

  @Test
  void a_yes_where_several_things_were_asked_is_asked_about_once() {
    var asked = returning(Language.EN).says("yes");

    assertThat(asked.words())
        .containsExactly(
            "Yes to which of them? 1 for It doesn't fit, 2 for Not as expected, 3 for I've"
                + " changed my mind, 4 for It's faulty, 5 for It's the wrong item.");
    assertThat(asked.choices()).hasSize(5);
    assertThat(asked.says("yes").words()).singleElement().asString().startsWith("You can answer");
    assertThat(asked.says("4").open().slots()).containsEntry("reason", "faulty");
    assertThat(returning(Language.ZH).says("好的").words())
        .singleElement()
        .asString()
        .startsWith("您说的“是”指哪一个？1. ");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"why a colleague?", "why would I need a person for that", "为什么要转同事？", "有必要转人工吗"})
  void who_asks_why_there_should_be_a_person_is_told_and_gets_none(String text) {
    var asked = proposed(Language.EN).says(text);

    assertThat(asked.words())
        .singleElement()
        .asString()
        .startsWith("A colleague can look into things")
        .endsWith("Shall I?");
    assertThat(asked.choices()).hasSize(2);
  }

  @Test
  void it_may_be_asked_at_the_offer_of_a_person_which_still_stands() {
    var asked = proposed(Language.ZH).misses().misses().misses().says("为什么要转人工");

    assertThat(asked.words()).singleElement().asString().startsWith("有些事").endsWith("要转人工吗？");
    assertThat(asked.says("好").acts()).hasOnlyElementsOfType(Act.HandOver.class);
  }

  @ParameterizedTest
  @CsvSource({
    "the fit is off,does_not_fit",
    "they sent me a faulty one,faulty",
    "my mind changed,changed_mind",
    "实物跟描述的不一样,not_as_expected"
  })
  void a_choice_may_be_told_in_other_words(String text, String reason) {
    assertThat(returning(Language.EN).says(text).open().slots()).containsEntry("reason", reason);
  }

  @Test
  void several_slots_may_be_told_at_once_a_choice_among_them() {
    var talk =
        Talk.in(Language.EN)
            .starts("return-item", "hello")
            .says("LL20481234, anna@example.com, it is too small");

    assertThat(talk.open().slots())
        .isEqualTo(Map.of("order", FIRST, "email", "anna@example.com", "reason", "does_not_fit"));
  }

  @ParameterizedTest
  @CsvSource({
    "'return LL20481234, 8812',8812",
    "'LL20481234想退货，8812',8812",
    "'8812，订单LL20481234要退',8812",
    "'要退LL20481234，手机8812',8812",
    "'return LL20481234, it cost 45, 2024',",
    "'return LL20481234, number 12 of 1500',"
  })
  void four_digits_beside_an_order_number_are_the_end_of_the_phone_number(
      String text, String phone) {
    assertThat(Talk.in(Language.EN).starts("return-item", text).open().slots().get("phone"))
        .isEqualTo(phone);
  }

  @ParameterizedTest
  @ValueSource(strings = {"oh no wait, 6671", "不对，手机是6671"})
  void four_digits_alone_correct_the_end_of_the_phone_number(String text) {
    var talk = Talk.in(Language.EN).starts("return-item", "return LL20481234, 6670");
    talk.shop("ok", Map.of("status", "delivered"));

    assertThat(talk.says(text).call().arguments()).containsEntry("phone", "6671");
  }

  @Test
  void a_choice_may_be_told_before_it_is_asked_for() {
    var talk = Talk.in(Language.ZH).starts("return-item", "要退货").says("太小了");

    assertThat(talk.words()).first().asString().contains("已记下");
    assertThat(talk.open().slots()).containsEntry("reason", "does_not_fit");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "hold on, I got the number wrong, it should be LL20481235",
        "oh sorry, make that LL20481235",
        "我单号写错了，LL20481235才对"
      })
  void who_was_mistaken_corrects(String text) {
    assertThat(proposed(Language.EN).says(text).call().arguments())
        .containsEntry("order", "LL20481235");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "no, it's too small",
        "不对，是太小了",
        "sorry, it doesn't fit",
        "hmm actually it's too small"
      })
  void a_choice_is_corrected_at_the_proposal(String text) {
    var talk = returning(Language.EN).says("4").says(text);

    assertThat(talk.open().slots()).containsEntry("reason", "does_not_fit");
    assertThat(talk.words()).singleElement().asString().contains("It doesn't fit");
  }

  @Test
  void a_yes_to_the_only_thing_offered_takes_it() {
    var asked =
        Talk.in(Language.EN)
            .starts("invoice", "invoice for LL20481234, for me, anna@example.com")
            .shop("ok", Map.of("status", "paid"))
            .says("Anna Reed");

    assertThat(asked.says("yes please").open().slots())
        .containsEntry("invoice_email", "anna@example.com");
  }

  @ParameterizedTest
  @ValueSource(strings = {"yes", "no", "好的", "不是"})
  void a_yes_or_no_to_a_question_for_a_number_is_a_miss(String text) {
    var talk = Talk.in(Language.EN).starts("cancel-order", "cancel my order").says(text);

    assertThat(talk.open().misses()).isEqualTo(1);
  }

  @Test
  void after_two_misses_the_question_is_put_differently_and_after_three_a_person_is_offered() {
    var talk = Talk.in(Language.EN).starts("cancel-order", "cancel my order");
    assertThat(talk.misses().words()).singleElement().asString().startsWith("I need the order");
    assertThat(talk.misses().words()).singleElement().asString().startsWith("Let's try another");
    assertThat(talk.misses().words())
        .containsExactly(
            "We aren't getting further with “Cancel an order”. Shall I get a person to help?");
    assertThat(talk.choices()).extracting(Choice::value).containsExactly("person", "!leave");
    assertThat(talk.misses().acts())
        .singleElement()
        .isInstanceOfSatisfying(
            Act.HandOver.class,
            act -> {
              assertThat(act.handover().reason()).isEqualTo("not_understood");
              assertThat(act.handover().summary())
                  .containsEntry("flow", "cancel-order")
                  .hasEntrySatisfying(
                      "question", asked -> assertThat(asked).startsWith("Which order"));
            });
    assertThat(talk.state().flows()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"yes", "yes please", "好的", "ok then"})
  void a_yes_to_the_offer_of_a_person_brings_one_and_agrees_to_nothing_else(String text) {
    var talk = proposed(Language.EN).misses().misses().misses().says(text);

    assertThat(talk.acts()).hasOnlyElementsOfType(Act.HandOver.class);
  }

  @Test
  void the_offer_of_a_person_may_be_turned_down_or_overtaken_by_an_answer() {
    var offered = Talk.in(Language.EN).starts("cancel-order", "cancel my order");
    offered.misses().misses().misses();

    assertThat(offered.says("no").words()).singleElement().asString().startsWith("Back to “Cancel");
    assertThat(offered.says(FIRST).open().slots()).containsEntry("order", FIRST);
    assertThat(proposed(Language.ZH).misses().misses().misses().presses("person").acts())
        .hasOnlyElementsOfType(Act.HandOver.class);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"no, the other order", "not that one, the other one", "不对，是另一单", "另外那个订单"})
  void of_two_orders_the_other_is_meant(String text) {
    assertThat(signedIn("my order", SECOND).says(text).call().arguments())
        .containsEntry("order", FIRST);
  }

  @ParameterizedTest
  @ValueSource(strings = {"the other one", "另外那个", "另一单"})
  void the_other_of_two_is_asked_about_once_where_none_was_taken(String text) {
    var asked = offered().says(text);

    assertThat(asked.words())
        .containsExactly(
            "Which of them do you mean? 1 for LL20481234 · Lamp, 2 for LL20480077 · Kettle.");
    assertThat(asked.says(text).open().misses()).isEqualTo(2);
    assertThat(asked.says("2").call().arguments()).containsEntry("order", SECOND);
  }

  @ParameterizedTest
  @ValueSource(strings = {"the other one", "另外那单"})
  void the_other_of_two_is_the_one_that_was_not_talked_about(String text) {
    var talk = new Talk(Language.EN, Optional.of(new Identity("anna")));
    talk.starts("track-order", "where is LL20481234").shop("ok", Map.of("status", "paid"));
    talk.starts("cancel-order", "I want to cancel an order").shop("ok", NAMED);

    assertThat(talk.says(text).call().arguments()).containsEntry("order", SECOND);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"the kettle", "Kettle please", "the lower one", "option two", "the last one"})
  void an_offered_order_is_known_by_its_words_and_its_place(String text) {
    assertThat(offered().says(text).call().arguments()).containsEntry("order", SECOND);
  }

  @Test
  void an_order_is_corrected_by_its_words() {
    var talk = offered().says("1").shop("ok", Map.of("status", "paid"));

    assertThat(talk.says("sorry, I meant the kettle").call().arguments())
        .containsEntry("order", SECOND);
  }

  @ParameterizedTest
  @ValueSource(strings = {"the toaster", "why is the kettle so loud?"})
  void what_no_label_has_or_asks_something_takes_no_order(String text) {
    assertThat(offered().says(text).acts()).hasOnlyElementsOfType(Act.NotForMe.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"no, the one ending in 0077", "不对，是尾号 0077 的那个", "应该是尾号0077那单"})
  void an_order_is_known_by_its_last_digits(String text) {
    assertThat(signedIn("my order", FIRST).says(text).call().arguments())
        .containsEntry("order", SECOND);
  }

  @Test
  void an_order_whose_last_digits_are_not_known_is_asked_for() {
    var asked = signedIn("my order", FIRST).says("no, the one ending in 5555");

    assertThat(asked.words()).singleElement().asString().startsWith("Which order");
    assertThat(asked.choices()).extracting(Choice::value).containsExactly(FIRST, SECOND);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "the other order",
        "my last order",
        "the one ending in 1234",
        "上一单",
        "尾号 1234 的那个"
      })
  void pointing_at_an_order_that_nobody_knows_is_a_miss(String text) {
    var talk = Talk.in(Language.EN).starts("cancel-order", "cancel my order").says(text);

    assertThat(talk.open().misses()).isEqualTo(1);
  }

  @Test
  void an_order_number_beside_the_end_of_a_phone_number_points_at_nothing_else() {
    var call = signedIn("my order", SECOND).says("不对，是LL20481299，尾号1234").call();

    assertThat(call.arguments()).containsEntry("order", "LL20481299");
  }

  @Test
  void a_phone_number_is_still_corrected_by_its_last_digits() {
    var talk =
        Talk.in(Language.ZH)
            .starts("cancel-order", "取消订单LL20481234，尾号8811")
            .shop("ok", Map.of("status", "paid"))
            .says("不对，尾号是8812");

    assertThat(talk.call().arguments()).containsEntry("phone", "8812");
  }

  @ParameterizedTest
  @ValueSource(strings = {"cancel my last order", "帮我取消订单，就上一单"})
  void the_newest_order_is_taken_where_the_shop_knows_the_shopper(String text) {
    var talk =
        new Talk(Language.EN, Optional.of(new Identity("anna"))).starts("cancel-order", text);
    talk.shop("ok", ORDERS);

    assertThat(talk.call().arguments()).isEqualTo(Map.of("order", FIRST));
    assertThat(talk.shop("not_found", Map.of()).call().operation()).isEqualTo("list_orders");
    assertThat(talk.shop("ok", ORDERS).words())
        .singleElement()
        .asString()
        .startsWith("Which order");
    assertThat(talk.says("the most recent one").call().arguments())
        .isEqualTo(Map.of("order", FIRST));
  }

  private static Talk proposed(Language language) {
    return Talk.in(language)
        .starts("cancel-order", "cancel my order LL20481234, anna@example.com")
        .shop("ok", Map.of("status", "paid"));
  }

  private static Talk returning(Language language) {
    return Talk.in(language)
        .starts("return-item", "LL20481234, anna@example.com")
        .shop("ok", Map.of("status", "delivered"));
  }

  /** Somebody who is asked which of two orders is to be cancelled. */
  private static Talk offered() {
    return new Talk(Language.EN, Optional.of(new Identity("anna")))
        .starts("cancel-order", "I want to cancel an order")
        .shop("ok", NAMED);
  }

  /** Somebody with two orders, at the proposal to cancel one of them. */
  private static Talk signedIn(String text, String chosen) {
    return new Talk(Language.EN, Optional.of(new Identity("anna")))
        .starts("cancel-order", text)
        .shop("ok", ORDERS)
        .presses(chosen)
        .shop("ok", Map.of("status", "paid"));
  }
}
