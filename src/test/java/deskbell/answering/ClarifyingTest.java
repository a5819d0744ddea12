package deskbell.answering;

import static org.assertj.core.api.Assertions.assertThat;

import deskbell.conversation.Ask;
import deskbell.conversation.CallResult;
import deskbell.conversation.Choice;
import deskbell.conversation.ConversationId;
import deskbell.conversation.Entity;
import deskbell.conversation.EntityType;
import deskbell.conversation.IntentScore;
import deskbell.conversation.Language;
import deskbell.conversation.Reply;
import deskbell.conversation.Understood;
import deskbell.handoff.Hours;
import deskbell.knowledge.Passage;
import deskbell.knowledge.Question;
import deskbell.knowledge.Retrieval;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The question which of two readings is meant, and what becomes of it. */
class ClarifyingTest {
  private static final Vertx VERTX = Vertx.vertx();
  private static final BoundedWorker WORKER =
      new BoundedWorker(VERTX, "thinking", 1, 10, Duration.ofSeconds(5));
  private static final Passage COST = passage("cost", "What does delivery cost?", 0.55);
  private static final Passage TIME = passage("time", "How long does delivery take?", 0.52);

  private final Answering answering = answering();
  private Language language = Language.EN;

  @AfterAll
  static void close() throws Exception {
    WORKER.close();
    VERTX.close().await(5, TimeUnit.SECONDS);
  }

  @ParameterizedTest
  @CsvSource({
    "2,answer of time",
    "the second one,answer of time",
    "What does delivery cost?,answer of cost",
    "the cost one,answer of cost",
    "第一个,answer of cost"
  })
  void the_answer_may_be_typed(String text, String told) throws Exception {
    assertThat(say(text, asked().memory()).words()).isEqualTo(told);
  }

  @ParameterizedTest
  @ValueSource(strings = {"none of these", "no", "都不是"})
  void all_readings_may_be_turned_down(String text) throws Exception {
    assertThat(say(text, asked().memory()).words())
        .isEqualTo("All right. Put it in other words, or talk to a person.");
  }

  @Test
  void words_that_bring_an_order_number_are_no_pick() throws Exception {
    var answer = say("the cost of LL20481234", asked().memory());

    assertThat(answer.trace()).noneMatch(line -> line.startsWith("chosen"));
  }

  @Test
  void a_yes_to_two_readings_is_asked_about_by_number_once() throws Exception {
    var number = say("yes", asked().memory());

    assertThat(number.words())
        .isEqualTo(
            "A number is enough: 1 for What does delivery cost?, 2 for How long does delivery"
                + " take?.");
    assertThat(say("1", number.memory()).words()).isEqualTo("answer of cost");
    assertThat(say("yes", number.memory()).words()).doesNotContain("A number");
  }

  @Test
  void the_same_readings_are_not_asked_about_again_whatever_comes_in_between() throws Exception {
    var between = say("thanks", asked().memory());
    var again = say("delivery", between.memory());

    assertThat(again.words()).isEqualTo("answer of cost");
    assertThat(again.memory().offered()).isEmpty();
  }

  @Test
  void two_close_readings_are_asked_about_in_the_middle_of_a_flow() throws Exception {
    var flow = say("track", Memory.EMPTY);
    var asked = say("delivery", flow.memory());

    assertThat(asked.memory().offered()).extracting(Choice::value).hasSize(2);
    assertThat(asked.memory().dialog().flows()).hasSize(1);
    var told = say("the second one", asked.memory());
    assertThat(told.replies())
        .extracting(Reply::text)
        .containsExactly("answer of time", "Back to your order: which one?");
    assertThat(say("neither", asked.memory()).replies())
        .extracting(Reply::text)
        .containsExactly(
            "All right. Put it in other words, or talk to a person.",
            "Back to your order: which one?");
  }

  @Test
  void a_person_comes_before_what_was_offered() throws Exception {
    assertThat(say("my solicitor", asked().memory()).handover().orElseThrow().reason())
        .isEqualTo("legal");
  }

  @Test
  void an_agent_is_told_the_mood_the_flow_and_what_was_said() throws Exception {
    var calm = handedOver("my kettle is smoking", say("track", Memory.EMPTY).memory());
    assertThat(calm)
        .containsEntry("mood", "calm")
        .containsEntry("flow", "track-order")
        .containsEntry("last_question", "my kettle is smoking");

    var insulted = say("moron", Memory.EMPTY);
    assertThat(insulted.handover()).isEmpty();
    assertThat(insulted.memory().upset()).isEqualTo(1);
    assertThat(handedOver("the kettle is smoking", insulted.memory()))
        .containsEntry("mood", "upset");
    var again = say("moron", insulted.memory());
    assertThat(again.handover().orElseThrow().reason()).isEqualTo("anger");
    assertThat(again.handover().orElseThrow().summary()).containsEntry("mood", "angry");
    assertThat(again.trace()).contains("comes first: Person", "hands over: anger");
  }

  @Test
  void who_is_angry_hears_that_a_person_comes_in_both_languages() throws Exception {
    assertThat(say("I am fed up with this", Memory.EMPTY).words())
        .startsWith("I'm sorry this has gone wrong.");
    language = Language.ZH;
    assertThat(say("我受够了", Memory.EMPTY).words()).startsWith("抱歉，这件事没办好。");
    assertThat(say("有人盗刷了我的卡", Memory.EMPTY).words()).startsWith("有争议的扣款要由人工核实");
  }

  private Map<String, String> handedOver(String text, Memory memory) throws Exception {
    return say(text, memory).handover().orElseThrow().summary();
  }

  /** Both articles, offered. */
  private Answer asked() throws Exception {
    var asked = say("delivery", Memory.EMPTY);
    assertThat(asked.words()).isEqualTo("Which of these do you mean?");
    return asked;
  }

  private Answer say(String text, Memory memory) throws Exception {
    var turn =
        new Turn(
            ConversationId.random(),
            1,
            1,
            1,
            new Ask.Say(text),
            language,
            Optional.empty(),
            "address",
            memory,
            List.of());
    return answering.answer(turn).await(5, TimeUnit.SECONDS);
  }

  private static Answering answering() {
    var clock = Clock.fixed(Instant.parse("2026-11-22T10:00:00Z"), ZoneOffset.UTC);
    var dialogue = new ScriptedDialogue();
    var found = Future.succeededFuture(new CallResult("ok", Map.of()));
    return new Answering(
        new Thinking(Skills.NONE, ClarifyingTest::understand, new TwoArticles(), WORKER),
        dialogue,
        new FlowPlayer(dialogue, (_, _, _, _) -> found, () -> Hours.ALWAYS, clock, 3),
        AnsweringSettings.DEFAULTS,
        clock);
  }

  private static Understood understand(String text, Optional<Language> expected) {
    var intent =
        switch (text) {
          case "track" -> "track_order";
          case "thanks" -> "thanks";
          case "yes" -> "affirm";
          case "moron" -> "abuse";
          default -> IntentScore.OUT_OF_SCOPE;
        };
    double confidence = intent.equals(IntentScore.OUT_OF_SCOPE) ? 0.3 : 0.9;
    return new Understood(
        text,
        expected.orElseThrow(),
        text.contains("LL")
            ? List.of(new Entity(EntityType.ORDER_NUMBER, "LL20481234", 12, 22))
            : List.of(),
        List.of(new IntentScore(intent, confidence)));
  }

  private static Passage passage(String id, String question, double confidence) {
    return new Passage(id, question, "answer of " + id, Optional.empty(), 1, confidence, List.of());
  }

  /** Finds both for "delivery". */
  private static final class TwoArticles implements Retrieval {
    @Override
    public List<Passage> search(Question question, int top) {
      return question.text().equals("delivery") ? List.of(COST, TIME) : List.of();
    }

    @Override
    public Optional<Passage> article(String id, Language language) {
      return List.of(COST, TIME).stream().filter(passage -> passage.id().equals(id)).findFirst();
    }
  }
}
