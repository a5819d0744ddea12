package deskbell.answering;

import static org.assertj.core.api.Assertions.assertThat;

import deskbell.conversation.Choice;
import deskbell.conversation.Entity;
import deskbell.conversation.EntityType;
import deskbell.conversation.IntentScore;
import deskbell.conversation.Language;
import deskbell.conversation.Understood;
import deskbell.knowledge.Passage;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Long because the order of all decisions is one table: each case shows what comes before what. */
class DeciderTest {
  private final Decider decider = new Decider(new ScriptedDialogue(), AnsweringSettings.DEFAULTS);

  @Test
  void a_certain_intent_starts_its_flow() {
    var decision = compare(understood("where is it", score("track_order", 0.9)));
    assertThat(decision).isEqualTo(new Decision.Start("track-order"));
  }

  @Test
  void a_surer_article_beats_a_flow() {
    var passage = passage("delivery-cost", 0.9);
    var decision =
        decider.compare(
            understood("what does it cost", score("track_order", 0.3)),
            false,
            List.of(passage),
            List.of());
    assertThat(decision).isEqualTo(new Decision.Tell(passage));
  }

  @Test
  void two_close_readings_are_asked_about() {
    var decision =
        decider.compare(
            understood("my parcel", score("track_order", 0.55)),
            false,
            List.of(passage("delivery-time", 0.52)),
            List.of());
    assertThat(decision)
        .isEqualTo(
            new Decision.Clarify(
                List.of(
                    new Choice("title of track-order", "flow:track-order"),
                    new Choice("question of delivery-time", "article:delivery-time"))));
  }

  @Test
  void an_article_of_the_flows_own_intent_is_no_second_reading() {
    var passage =
        new Passage("track-order-online", "q", "a", Optional.of("track_order"), 1, 0.88, List.of());
    var decision =
        decider.compare(
            understood("where is it", score("track_order", 0.9)),
            false,
            List.of(passage),
            List.of());
    assertThat(decision).isEqualTo(new Decision.Start("track-order"));
  }

  @Test
  void an_order_number_speaks_for_the_flow_that_looks_at_the_order() {
    var article = passageOf("track_order", "track-order-online", 0.99);
    var flow = new Decision.Start("track-order");
    for (var text : List.of("where is LL20481584", "LL20481584 到哪了")) {
      assertThat(compare(withOrder(text, score("track_order", 0.97)), article)).isEqualTo(flow);
      assertThat(compare(withOrder(text, score("track_order", 0.3)), article)).isEqualTo(flow);
    }
  }

  @Test
  void who_wants_done_what_an_article_is_about_gets_the_flow_and_who_asks_how_gets_both() {
    var article = passageOf("track_order", "track-order-online", 0.99);
    var certain = score("track_order", 0.97);
    var both =
        new Decision.Tell(
            article, Optional.of(new Choice("title of track-order", "flow:track-order")));
    for (var text : List.of("how do I track an order", "怎么查物流")) {
      assertThat(compare(understood(text, certain), article)).isEqualTo(both);
    }
    for (var text : List.of("track it please", "where is my parcel", "我的快递到哪了", "查一下物流")) {
      assertThat(compare(understood(text, certain), article))
          .isEqualTo(new Decision.Start("track-order"));
    }
    assertThat(compare(understood("track it please", score("track_order", 0.4)), article))
        .isEqualTo(new Decision.Tell(article));
  }

  @Test
  void an_order_number_with_a_question_of_another_topic_is_asked_about() {
    var article = passage("returns-policy", 0.9);
    assertThat(compare(withOrder("LL20481584 policy", score("track_order", 0.4)), article))
        .isEqualTo(
            new Decision.Clarify(
                List.of(
                    new Choice("title of track-order", "flow:track-order"),
                    new Choice("question of returns-policy", "article:returns-policy"))));
  }

  @Test
  void an_order_number_that_two_plausible_flows_want_is_asked_about() {
    var flows = List.of(score("track_order", 0.53), score("return_item", 0.38));
    var asks =
        new Decision.Clarify(
            List.of(
                new Choice("title of track-order", "flow:track-order"),
                new Choice("title of return-item", "flow:return-item")));
    var scores = flows.toArray(IntentScore[]::new);
    assertThat(compare(withOrder("LL20481234 came broken", scores))).isEqualTo(asks);
    assertThat(
            compare(
                withOrder("LL20481234 came broken", scores),
                passageOf("return_item", "start-a-return", 0.61)))
        .isEqualTo(asks);
    assertThat(compare(understood("it came broken", scores)))
        .isEqualTo(new Decision.Start("track-order"));
  }

  @Test
  void an_order_number_makes_no_flow_plausible_and_a_date_speaks_for_none() {
    var article = passageOf("track_order", "track-order-online", 0.99);
    var tell = new Decision.Tell(article);
    assertThat(compare(withOrder("LL20481584", score("track_order", 0.2)), article))
        .isEqualTo(tell);
    var dated = with(EntityType.DATE, "by 3 May", score("track_order", 0.3));
    assertThat(compare(dated, article)).isEqualTo(tell);
  }

  @Test
  void the_same_question_is_never_asked_twice() {
    var asked = List.of("article:delivery-time");
    var decision =
        decider.compare(
            understood("hm", score("small_talk", 0.1)),
            false,
            List.of(passage("delivery-time", 0.3)),
            asked);
    assertThat(decision).isEqualTo(new Decision.Unknown());
  }

  @Test
  void what_is_out_of_scope_is_not_known() {
    var decision =
        decider.compare(
            understood("fly me to the moon", score(IntentScore.OUT_OF_SCOPE, 0.8)),
            false,
            List.of(passage("delivery-time", 0.3)),
            List.of());
    assertThat(decision).isEqualTo(new Decision.Unknown());
  }

  @Test
  void what_is_rejected_is_asked_about_where_an_article_is_sure() {
    var decision =
        decider.compare(
            understood("towel washing temperature", score(IntentScore.OUT_OF_SCOPE, 0.93)),
            false,
            List.of(passage("materials-and-care", 0.78), passage("choose-a-duvet", 0.3)),
            List.of());
    assertThat(decision).isEqualTo(asking("materials-and-care"));
  }

  @Test
  void a_certain_intent_offers_its_articles_where_none_is_found_to_answer() {
    var decision =
        decider.compare(
            understood("no remote with the lamp", score("wrong_item", 0.97)),
            false,
            List.of(
                passage("plugs-and-voltage", 0.2),
                passageOf("wrong_item", "missing-item", 0.1),
                passageOf("wrong_item", "wrong-item", 0.05)),
            List.of());
    assertThat(decision).isEqualTo(asking("missing-item", "wrong-item"));
  }

  @Test
  void an_uncertain_intent_offers_nothing_that_is_not_plausible() {
    var decision =
        decider.compare(
            understood("hm", score("wrong_item", 0.4)),
            false,
            List.of(passageOf("wrong_item", "missing-item", 0.1)),
            List.of());
    assertThat(decision).isEqualTo(new Decision.Unknown());
  }

  @Test
  void nothing_plausible_is_not_known() {
    assertThat(compare(understood("xyzzy", score("track_order", 0.1))))
        .isEqualTo(new Decision.Unknown());
  }

  @Test
  void safety_comes_before_an_open_flow() {
    assertThat(first(understood("the kettle is smoking!", score("track_order", 0.9)), true))
        .contains(new Decision.Person("safety"));
    assertThat(first(chinese("充电宝鼓包了"), true)).contains(new Decision.Person("safety"));
  }

  @ParameterizedTest
  @CsvSource({
    "I will find out where you live,threat",
    "我要自杀,threat",
    "I'll take you to court,legal",
    "我要起诉你们,legal",
    "I didn't authorise this payment,payment_dispute",
    "I've asked my bank for a chargeback,payment_dispute",
    "我的卡被盗刷了,payment_dispute",
    "I am absolutely furious,anger",
    "你们就是骗子,anger",
    "the toaster gave me a shock,safety",
    "there's a burning smell from the plug,safety",
    "插上就短路了,safety",
    "插上去电了我一下,safety",
    "烟雾报警器自己冒烟了,safety",
    "I'm going to sue,legal",
    "someone used my card on your site,payment_dispute",
    "这笔钱不是本人支付的,payment_dispute",
    "I am so angry right now,anger",
    "我现在非常生气,anger",
    "my solicitor is furious and the kettle is smoking,safety"
  })
  void what_only_a_person_may_answer_comes_first_in_or_out_of_a_flow(String text, String reason) {
    for (boolean flowOpen : List.of(true, false)) {
      assertThat(first(either(text), flowOpen)).contains(new Decision.Person(reason));
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "do you have a furry cushion?",
        "is the bath bomb vegan?",
        "do you sell smoke alarms?",
        "is the lamp available in smoke grey",
        "烟雾报警器怎么安装",
        "插座有漏电保护吗",
        "给我妈的生日礼物",
        "I used my card but it was declined",
        "这个太贵了",
        "付款方式有哪些",
        "when was I charged"
      })
  void other_words_bring_no_person(String text) {
    assertThat(first(either(text), false)).isEmpty();
  }

  @Test
  void the_second_insult_brings_a_person() {
    var insult = understood("you moron", score("abuse", 0.9));
    assertThat(decider.first("you moron", insult, false, 0)).isEmpty();
    assertThat(decider.first("you moron", insult, true, 1)).contains(new Decision.Person("anger"));
    assertThat(decider.first("hm", understood("hm", score("abuse", 0.3)), true, 1)).isEmpty();
  }

  @Test
  void insults_and_complaints_show_that_a_shopper_is_upset() {
    assertThat(decider.upset(understood("moron", score("abuse", 0.9)))).isTrue();
    assertThat(decider.upset(understood("bad service", score("complaint", 0.9)))).isTrue();
    assertThat(decider.upset(understood("bad", score("complaint", 0.3)))).isFalse();
    assertThat(decider.upset(understood("thanks", score("thanks", 0.9)))).isFalse();
  }

  @Test
  void a_question_is_the_same_whatever_the_order_of_its_choices() {
    var one = new Choice("one", "article:one");
    var two = new Choice("two", "article:two");
    assertThat(new Decision.Clarify(List.of(one, two)).question())
        .isEqualTo(new Decision.Clarify(List.of(two, one)).question());
  }

  @Test
  void a_question_of_long_ago_is_not_asked_again_either() {
    var torn = understood("my parcel", score("track_order", 0.55));
    var passages = List.of(passage("delivery-time", 0.52));
    var question =
        ((Decision.Clarify) decider.compare(torn, false, passages, List.of())).question();
    assertThat(decider.compare(torn, false, passages, List.of(question, "another")))
        .isEqualTo(new Decision.Start("track-order"));
  }

  @Test
  void who_asks_for_a_person_gets_one_whatever_else_is_said() {
    assertThat(first(chinese("我要转人工，付款失败了但是扣了钱"), true)).contains(Decider.ASKED);
    var both = "let me talk to a human, my card was charged and there is no order";
    assertThat(first(understood(both, score("payment_problem", 0.9)), false))
        .contains(Decider.ASKED);
    var last = "Where is my parcel LL20481234? I want a person";
    assertThat(first(understood(last, score("track_order", 0.95)), false)).contains(Decider.ASKED);
    assertThat(first(chinese("我不要转人工"), false)).isEmpty();
  }

  @Test
  void a_person_asked_for_comes_before_an_open_flow() {
    assertThat(first(understood("a human please", score("contact_human", 0.9)), true))
        .contains(new Decision.Person("asked"));
  }

  @Test
  void stop_counts_only_alone_and_only_in_a_flow() {
    assertThat(first(understood("Stop.", score("deny", 0.9)), true)).contains(new Decision.Stop());
    assertThat(first(understood("stop", score("deny", 0.9)), false)).isEmpty();
    assertThat(first(understood("stop sending me mail", score("newsletter", 0.9)), true)).isEmpty();
  }

  private Decision compare(Understood understood) {
    return decider.compare(understood, false, List.of(), List.of());
  }

  private Optional<Decision> first(Understood message, boolean flowOpen) {
    return decider.first(message.text(), message, flowOpen, 0);
  }

  private Decision compare(Understood understood, Passage passage) {
    return decider.compare(understood, false, List.of(passage), List.of());
  }

  private static Understood withOrder(String text, IntentScore... scores) {
    return with(EntityType.ORDER_NUMBER, text, scores);
  }

  private static Understood with(EntityType type, String text, IntentScore... scores) {
    var entity = new Entity(type, text, 0, text.length());
    return new Understood(text, Language.EN, List.of(entity), List.of(scores));
  }

  private static Understood understood(String text, IntentScore... scores) {
    return new Understood(text, Language.EN, List.of(), List.of(scores));
  }

  private static Understood chinese(String text) {
    return new Understood(text, Language.ZH, List.of(), List.of(score("product_question", 0.9)));
  }

  private static Understood either(String text) {
    return Character.UnicodeScript.of(text.codePointAt(0)) == Character.UnicodeScript.HAN
        ? chinese(text)
        : understood(text, score("product_question", 0.9));
  }

  private static IntentScore score(String intent, double confidence) {
    return new IntentScore(intent, confidence);
  }

  private static Passage passage(String id, double confidence) {
    return passage(id, confidence, Optional.empty());
  }

  private static Passage passageOf(String intent, String id, double confidence) {
    return passage(id, confidence, Optional.of(intent));
  }

  private static Passage passage(String id, double confidence, Optional<String> intent) {
    return new Passage(
        id, "question of " + id, "answer of " + id, intent, 1, confidence, List.of());
  }

  private static Decision asking(String... articles) {
    return new Decision.Clarify(
        Stream.of(articles).map(id -> new Choice("question of " + id, "article:" + id)).toList());
  }
}
