package deskbell.answering;

import static org.assertj.core.api.Assertions.assertThat;

import deskbell.conversation.Ask;
import deskbell.conversation.CallResult;
import deskbell.conversation.Choice;
import deskbell.conversation.ConversationId;
import deskbell.conversation.IntentScore;
import deskbell.conversation.Language;
import deskbell.conversation.Message;
import deskbell.conversation.Reply;
import deskbell.conversation.Sender;
import deskbell.conversation.Source;
import deskbell.conversation.Understood;
import deskbell.dialog.DialogState;
import deskbell.handoff.Hours;
import deskbell.knowledge.Passage;
import deskbell.knowledge.Question;
import deskbell.knowledge.Retrieval;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Answers to turns. Long because every decision is played once with all its neighbours. */
class AnsweringTest {
  private static final Vertx VERTX = Vertx.vertx();
  private static final Passage COST =
      new Passage(
          "delivery-cost", "What is delivery?", "£3.95", Optional.empty(), 1, 0.9, List.of());
  private static final BoundedWorker WORKER =
      new BoundedWorker(VERTX, "thinking", 1, 10, Duration.ofSeconds(5));

  private static final Instant NOW = Instant.parse("2026-11-22T10:00:00Z");

  private final ScriptedDialogue dialogue = new ScriptedDialogue();
  private final Answering answering = answering(Clock.fixed(NOW, ZoneOffset.UTC));

  @AfterAll
  static void close() throws Exception {
    WORKER.close();
    VERTX.close().await(5, TimeUnit.SECONDS);
  }

  @Test
  void an_article_answers_in_its_own_words() throws Exception {
    var answer = say("how much is delivery", Memory.EMPTY);
    assertThat(answer.replies())
        .containsExactly(Reply.of("£3.95", new Source(Source.Kind.ARTICLE, "delivery-cost")));
    assertThat(answer.trace()).contains("article: delivery-cost 0.90", "compared: Tell");
  }

  @Test
  void a_flow_asks_then_calls_the_shop() throws Exception {
    var first = say("track", Memory.EMPTY);
    assertThat(first.words()).isEqualTo("Which order?");
    var second = say("LL20481234", first.memory());
    assertThat(second.words()).isEqualTo("It is ok");
    assertThat(second.memory().dialog().flows()).isEmpty();
  }

  @Test
  void a_question_in_the_middle_of_a_flow_is_answered_and_the_shopper_brought_back()
      throws Exception {
    var first = say("track", Memory.EMPTY);
    var second = say("how much is delivery", first.memory());
    assertThat(second.replies())
        .extracting(Reply::text)
        .containsExactly("£3.95", "Back to your order: which one?");
    assertThat(second.memory().dialog().flows()).hasSize(1);
  }

  @Test
  void nonsense_in_the_middle_of_a_flow_is_asked_again() throws Exception {
    var first = say("track", Memory.EMPTY);
    assertThat(say("xyzzy", first.memory()).words()).isEqualTo("Which order, please?");
  }

  @Test
  void the_second_miss_in_a_row_calls_a_person() throws Exception {
    var first = say("xyzzy", Memory.EMPTY);
    assertThat(first.handover()).isEmpty();
    assertThat(first.replies().getFirst().choices()).isNotEmpty();
    var second = say("xyzzy again", first.memory());
    assertThat(second.handover().orElseThrow().reason()).isEqualTo("not_understood");
    assertThat(second.handover().orElseThrow().summary())
        .containsEntry("last_question", "xyzzy again");
  }

  @Test
  void an_answer_in_between_forgets_the_miss() throws Exception {
    var miss = say("xyzzy", Memory.EMPTY);
    var answered = say("how much is delivery", miss.memory());
    assertThat(say("xyzzy", answered.memory()).handover()).isEmpty();
  }

  @Test
  void a_person_asked_for_by_the_button_comes_at_once() throws Exception {
    var answer = answer(turn(new Ask.Human("Talk to a person"), Memory.EMPTY));
    assertThat(answer.handover().orElseThrow().reason()).isEqualTo("asked");
    assertThat(answer.words()).startsWith("I've asked a person to join.");
  }

  @Test
  void who_asks_for_a_person_outside_the_desks_hours_hears_when_somebody_comes() throws Exception {
    var hours = Hours.parse("Mon-Fri 09:00-18:00", ZoneId.of("Europe/London"));
    var answer =
        answering(Skills.NONE, () -> hours, Clock.fixed(NOW, ZoneOffset.UTC))
            .answer(turn(new Ask.Human("Talk to a person"), Memory.EMPTY))
            .await(5, TimeUnit.SECONDS);
    assertThat(answer.handover().orElseThrow().reason()).isEqualTo("asked");
    assertThat(answer.words())
        .isEqualTo(
            "Nobody is at the desk just now. Somebody will be here from 09:00 on Monday 23"
                + " November; this conversation waits for them.");
  }

  @Test
  void who_asks_for_a_person_while_nobody_is_at_the_desk_hears_what_can_be_done() throws Exception {
    var answer =
        answering(
                Skills.NONE,
                Reception.of(() -> Hours.ALWAYS, () -> Future.succeededFuture(false)),
                Clock.systemUTC())
            .answer(turn(new Ask.Human("Talk to a person"), Memory.EMPTY))
            .await(5, TimeUnit.SECONDS);
    assertThat(answer.handover().orElseThrow().reason()).isEqualTo("asked");
    assertThat(answer.words())
        .isEqualTo(
            "Nobody is at the desk just now. I've put you in the queue for a person: wait here, or"
                + " leave a message with your e-mail address and we'll answer by e-mail.");
  }

  @Test
  void who_asks_for_a_person_is_handed_over_also_where_nobody_knows_who_is_there()
      throws Exception {
    var answer =
        answering(
                Skills.NONE,
                Reception.of(() -> Hours.ALWAYS, () -> Future.failedFuture("no database")),
                Clock.systemUTC())
            .answer(turn(new Ask.Human("Talk to a person"), Memory.EMPTY))
            .await(5, TimeUnit.SECONDS);
    assertThat(answer.words()).startsWith("I've asked a person to join.");
  }

  @ParameterizedTest
  @CsvSource({
    "2026-11-22T15:59:59Z, Asia/Shanghai, 2026-11-22",
    "2026-11-22T16:00:00Z, Asia/Shanghai, 2026-11-23",
    "2026-11-23T04:59:59Z, America/New_York, 2026-11-22",
    "2026-11-23T05:00:00Z, America/New_York, 2026-11-23"
  })
  void flows_count_days_by_the_clocks_zone(Instant at, String zone, LocalDate today)
      throws Exception {
    answering(Clock.fixed(at, ZoneId.of(zone)))
        .answer(turn(new Ask.Say("track"), Memory.EMPTY))
        .await(5, TimeUnit.SECONDS);
    assertThat(dialogue.startedBy().today()).isEqualTo(today);
  }

  @Test
  void a_chosen_flow_hears_the_words_that_it_was_asked_about() throws Exception {
    var words =
        List.of(
            message(1, Sender.SHOPPER, "broken LL20481234"),
            message(2, Sender.BOT, "Which one do you mean?"));
    var choice = new Ask.Choose(2, "flow:track-order", "title of track-order");
    assertThat(answer(turn(choice, Memory.EMPTY, words)).words()).isEqualTo("Which order?");
    assertThat(dialogue.startedBy().understood().text()).isEqualTo("broken LL20481234");
    answer(turn(choice, Memory.EMPTY));
    assertThat(dialogue.startedBy().understood().text()).isEqualTo("title of track-order");
  }

  @Test
  void a_chosen_article_is_told() throws Exception {
    var choice = new Ask.Choose(4, "article:delivery-cost", "What is delivery?");
    assertThat(answer(turn(choice, Memory.EMPTY)).words()).isEqualTo("£3.95");
  }

  @Test
  void a_follow_up_is_understood_with_what_was_said_before() throws Exception {
    Rewriter rewriter =
        (text, history) ->
            text.equals("how much?") && history.equals(List.of("Do you deliver?"))
                ? Optional.of("how much is delivery")
                : Optional.empty();
    var before = List.of(said(Sender.SHOPPER, "Do you deliver?", 5), said(Sender.BOT, "We do.", 5));
    var answer = answer(rewriter, before, Memory.EMPTY);
    assertThat(answer.words()).isEqualTo("£3.95");
    assertThat(answer.trace()).contains("stands alone: how much is delivery");

    var longAgo =
        List.of(said(Sender.SHOPPER, "Do you deliver?", 45), said(Sender.BOT, "We do.", 44));
    assertThat(answer(rewriter, longAgo, Memory.EMPTY).trace())
        .noneMatch(line -> line.startsWith("stands alone"));
    var asked = say("track", Memory.EMPTY).memory();
    assertThat(answer(rewriter, before, asked).trace())
        .noneMatch(line -> line.startsWith("stands alone"));
  }

  @Test
  void what_is_said_shorter_comes_from_the_model_and_its_article() throws Exception {
    var shorter = new Spoken.Said("Under £4.", Spoken.Words.MODEL, 0.9);
    var answer = speaking(shorter, "how much is delivery");
    var whole = new Choice("The whole answer", "article:delivery-cost");
    assertThat(answer.replies())
        .containsExactly(
            Reply.of("Under £4.", new Source(Source.Kind.MODEL, "delivery-cost"))
                .with(List.of(whole)));
    assertThat(answer.memory().offered()).isEmpty();
    assertThat(answer.trace()).contains("compared: Tell", "said shorter, words of the model: 0.90");
  }

  @Test
  void what_is_not_said_shorter_keeps_its_words_and_says_why() throws Exception {
    var refused = new Spoken.Kept(Spoken.Why.INVENTED, "£5");
    var answer = speaking(refused, "how much is delivery");
    assertThat(answer.words()).isEqualTo("£3.95");
    assertThat(answer.trace()).contains("said in full: invented £5");
  }

  @Test
  void a_speaker_that_fails_costs_nothing_but_its_words() throws Exception {
    Speaker broken =
        (_, _, _, _) -> {
          throw new IllegalStateException("broken");
        };
    var answer = speaking(broken, new Ask.Say("how much is delivery"));
    assertThat(answer.words()).isEqualTo("£3.95");
    assertThat(answer.trace()).contains("said in full: busy");
  }

  @Test
  void a_chosen_article_is_told_in_its_own_words() throws Exception {
    Speaker shorter = (_, _, _, _) -> new Spoken.Said("Under £4.", Spoken.Words.MODEL, 0.9);
    var choice = new Ask.Choose(4, "article:delivery-cost", "What is delivery?");
    assertThat(speaking(shorter, choice).words()).isEqualTo("£3.95");
  }

  @Test
  void what_stood_beside_a_part_of_an_article_is_offered_beside_the_whole() throws Exception {
    var track = new Choice("Where is my order?", "flow:track");
    var memory = new Memory(DialogState.IDLE, 0, List.of(track));
    var pressed = new Ask.Choose(4, "article:delivery-cost", "The whole answer");
    var answer =
        answering(Skills.NONE, Clock.fixed(NOW, ZoneOffset.UTC))
            .answer(turn(pressed, memory))
            .await(5, TimeUnit.SECONDS);
    assertThat(answer.replies().getLast().choices()).containsExactly(track);
    assertThat(answer.memory().offered()).containsExactly(track);
  }

  @Test
  void a_follow_up_does_not_refer_to_the_button_for_the_whole_answer() throws Exception {
    Rewriter rewriter =
        (text, history) ->
            history.equals(List.of("Do you deliver?"))
                ? Optional.of("how much is delivery")
                : Optional.empty();
    var before =
        List.of(
            said(Sender.SHOPPER, "Do you deliver?", 5),
            said(Sender.BOT, "We do.", 5),
            said(Sender.SHOPPER, "The whole answer", 4),
            said(Sender.BOT, "We deliver everywhere.", 4));
    assertThat(answer(rewriter, before, Memory.EMPTY).words()).isEqualTo("£3.95");
  }

  private Answer speaking(Spoken spoken, String text) throws Exception {
    return speaking((_, _, _, _) -> spoken, new Ask.Say(text));
  }

  private Answer speaking(Speaker speaker, Ask ask) throws Exception {
    var skills = new Skills(Rewriter.NONE, Reranker.NONE, speaker);
    return answering(skills, Clock.fixed(NOW, ZoneOffset.UTC))
        .answer(turn(ask, Memory.EMPTY))
        .await(5, TimeUnit.SECONDS);
  }

  private Answer answer(Rewriter rewriter, List<Message> recent, Memory memory) throws Exception {
    var turn = turn(new Ask.Say("how much?"), memory);
    var later =
        new Turn(
            turn.conversation(),
            2,
            turn.epoch(),
            3,
            turn.ask(),
            turn.locale(),
            turn.identity(),
            turn.address(),
            memory,
            recent);
    var skills = new Skills(rewriter, Reranker.NONE, Speaker.SILENT);
    return answering(skills, Clock.fixed(NOW, ZoneOffset.UTC))
        .answer(later)
        .await(5, TimeUnit.SECONDS);
  }

  private static Message said(Sender from, String text, int minutesAgo) {
    return new Message(
        1,
        from,
        Optional.empty(),
        text,
        Optional.empty(),
        List.of(),
        List.of(),
        NOW.minus(Duration.ofMinutes(minutesAgo)),
        Optional.empty(),
        false,
        List.of());
  }

  @Test
  void an_apology_remembers_everything_as_it_was() {
    var memory = say("track", Memory.EMPTY).memory();
    var apology = answering.apology(turn(new Ask.Say("LL1"), memory), "Unavailable");
    assertThat(apology.memory()).isEqualTo(memory);
  }

  private Answering answering(Clock clock) {
    return answering(Skills.NONE, clock);
  }

  private Answering answering(Skills skills, Clock clock) {
    return answering(skills, () -> Hours.ALWAYS, clock);
  }

  private Answering answering(Skills skills, Reception reception, Clock clock) {
    return new Answering(
        new Thinking(skills, AnsweringTest::understand, new OneArticle(), WORKER),
        dialogue,
        new FlowPlayer(dialogue, (_, _, _, _) -> found(), reception, clock, 3),
        AnsweringSettings.DEFAULTS,
        clock);
  }

  private Answer say(String text, Memory memory) {
    return answer(turn(new Ask.Say(text), memory));
  }

  private Answer answer(Turn turn) {
    try {
      return answering.answer(turn).await(5, TimeUnit.SECONDS);
    } catch (java.util.concurrent.TimeoutException late) {
      throw new AssertionError(late);
    }
  }

  private static Turn turn(Ask ask, Memory memory) {
    return turn(ask, memory, List.of());
  }

  private static Message message(long seq, Sender from, String text) {
    return new Message(
        seq,
        from,
        Optional.empty(),
        text,
        Optional.empty(),
        List.of(),
        List.of(),
        Instant.parse("2026-11-22T09:59:00Z"),
        Optional.empty(),
        false,
        List.of());
  }

  private static Turn turn(Ask ask, Memory memory, List<Message> recent) {
    return new Turn(
        ConversationId.random(),
        1,
        1,
        1,
        ask,
        Language.EN,
        Optional.empty(),
        "address",
        memory,
        recent);
  }

  private static Understood understand(String text, Optional<Language> expected) {
    var score =
        text.equals("track")
            ? new IntentScore("track_order", 0.9)
            : new IntentScore(IntentScore.OUT_OF_SCOPE, 0.6);
    return new Understood(text, expected.orElseThrow(), List.of(), List.of(score));
  }

  private static Future<CallResult> found() {
    return Future.succeededFuture(new CallResult("ok", Map.of("status", "shipped")));
  }

  /** Knows one article. */
  private static final class OneArticle implements Retrieval {
    @Override
    public List<Passage> search(Question question, int top) {
      return question.text().contains("delivery") ? List.of(COST) : List.of();
    }

    @Override
    public Optional<Passage> article(String id, Language language) {
      return Optional.of(COST).filter(passage -> passage.id().equals(id));
    }
  }
}
