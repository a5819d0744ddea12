package deskbell.answering;

import static org.assertj.core.api.Assertions.assertThat;

import deskbell.Waiting;
import deskbell.conversation.Ask;
import deskbell.conversation.CallResult;
import deskbell.conversation.ConversationEvent;
import deskbell.conversation.ConversationEvent.Appended;
import deskbell.conversation.ConversationEvent.Erased;
import deskbell.conversation.ConversationId;
import deskbell.conversation.EffectKey;
import deskbell.conversation.Events;
import deskbell.conversation.IntentScore;
import deskbell.conversation.Language;
import deskbell.conversation.Message;
import deskbell.conversation.Mode;
import deskbell.conversation.Sender;
import deskbell.conversation.Understood;
import deskbell.handoff.Hours;
import deskbell.knowledge.Passage;
import deskbell.knowledge.Question;
import deskbell.knowledge.Retrieval;
import deskbell.shop.Effect;
import deskbell.shop.Effects;
import deskbell.shop.Erasure;
import deskbell.shop.LooseEnd;
import deskbell.shop.LooseEnds;
import deskbell.shop.Order;
import deskbell.shop.Product;
import deskbell.shop.Shop;
import deskbell.shop.ShopWrite;
import deskbell.shop.Voucher;
import deskbell.shop.WriteResult;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Function;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Turns in order. Long because of the store and the shop that are played in memory below. */
class MailboxesTest {
  private final Vertx vertx = Vertx.vertx();
  private final BoundedWorker worker =
      new BoundedWorker(vertx, "thinking", 2, 10, Duration.ofSeconds(5));
  private final ScriptedDialogue dialogue = new ScriptedDialogue();
  private final Trips trips = new Trips();
  private final Heard events = new Heard();
  private final ConversationId conversation = ConversationId.random();
  private Future<CallResult> shop = Future.succeededFuture(new CallResult("ok", Map.of()));

  @AfterEach
  void close() throws Exception {
    worker.close();
    vertx.close().await(5, TimeUnit.SECONDS);
  }

  @Test
  void a_second_message_waits_for_the_first_and_sees_what_it_left() throws Exception {
    var mailboxes = mailboxes(AnsweringSettings.DEFAULTS);
    var first = mailboxes.answer(turn(1, "track"));
    var second = mailboxes.answer(turn(2, "LL20481234"));
    Future.join(first, second).await(5, TimeUnit.SECONDS);
    assertThat(trips.said).containsExactly("Which order?", "It is ok");
    assertThat(events.seen).hasSize(2).allMatch(Appended.class::isInstance);
    assertThat(mailboxes.waiting()).isZero();
  }

  @Test
  void a_full_mailbox_leaves_the_turn_to_the_sweep() throws Exception {
    var slow = Promise.<CallResult>promise();
    shop = slow.future();
    trips.memory = atTheOrderQuestion();
    var mailboxes = mailboxes(with(1, Duration.ofSeconds(5)));
    var first = mailboxes.answer(turn(1, "LL20481234"));
    mailboxes.answer(turn(2, "track")).await(5, TimeUnit.SECONDS);
    assertThat(trips.said).isEmpty();
    slow.complete(new CallResult("ok", Map.of()));
    first.await(5, TimeUnit.SECONDS);
    assertThat(trips.said).containsExactly("It is ok");
  }

  @Test
  void a_turn_that_takes_too_long_is_answered_with_an_apology() throws Exception {
    shop = Promise.<CallResult>promise().future();
    trips.memory = atTheOrderQuestion();
    var mailboxes = mailboxes(with(10, Duration.ofMillis(100)));
    mailboxes.answer(turn(1, "LL20481234")).await(5, TimeUnit.SECONDS);
    assertThat(trips.said)
        .singleElement()
        .asString()
        .startsWith("Something went wrong on our side");
  }

  @Test
  void the_result_of_a_write_is_shown_although_its_reply_was_fenced_off() throws Exception {
    trips.memory = atTheOrderQuestion();
    trips.fence = Optional.of(new Committed.Fenced(false));
    mailboxes(AnsweringSettings.DEFAULTS).answer(turn(1, "LL20481234")).await(5, TimeUnit.SECONDS);
    assertThat(trips.notes).containsExactly("It is ok");
    assertThat(events.seen).hasSize(1);
  }

  @Test
  void the_result_of_a_write_is_shown_although_its_turn_was_handed_back() throws Exception {
    trips.memory = atTheOrderQuestion();
    trips.fence = Optional.of(new Committed.Fenced(true));
    mailboxes(AnsweringSettings.DEFAULTS).answer(turn(1, "LL20481234")).await(5, TimeUnit.SECONDS);
    assertThat(trips.notes).containsExactly("It is ok");
  }

  @Test
  void an_apology_tells_nothing_of_the_shop_and_leaves_that_to_the_sweep() throws Exception {
    shop = Promise.<CallResult>promise().future();
    trips.memory = atTheOrderQuestion();
    trips.fence = Optional.of(new Committed.Fenced(false));
    mailboxes(with(10, Duration.ofMillis(100)))
        .answer(turn(1, "LL20481234"))
        .await(5, TimeUnit.SECONDS);
    assertThat(trips.notes).isEmpty();
  }

  @Test
  void nothing_is_shown_twice_where_another_node_has_answered() throws Exception {
    trips.memory = atTheOrderQuestion();
    trips.fence = Optional.of(new Committed.Fenced(true));
    trips.shown = true;
    mailboxes(AnsweringSettings.DEFAULTS).answer(turn(1, "LL20481234")).await(5, TimeUnit.SECONDS);
    assertThat(trips.notes).isEmpty();
    assertThat(events.seen).isEmpty();
  }

  @Test
  void the_sweep_takes_up_what_was_left_unanswered() throws Exception {
    var mailboxes = mailboxes(AnsweringSettings.DEFAULTS);
    var left = turn(1, "track");
    trips.left = List.of(left);
    var announced = new ArrayList<Turn>();
    var sweep =
        sweep(
            mailboxes,
            turn -> {
              announced.add(turn);
              return mailboxes.answer(turn);
            },
            AnsweringSettings.DEFAULTS);
    sweep.start().await(5, TimeUnit.SECONDS);
    sweep.stop();
    assertThat(trips.said).containsExactly("Which order?");
    assertThat(announced).containsExactly(left);
  }

  @Test
  void the_sweep_tells_what_came_of_a_write_whose_turn_is_over() throws Exception {
    var settings = with(10, Duration.ofSeconds(5));
    var mailboxes = mailboxes(settings);
    var sweep = sweep(mailboxes, mailboxes::answer, settings);
    sweep.start().await(5, TimeUnit.SECONDS);
    Waiting.until("the note and what was erased are told of", () -> events.seen.size() > 1);
    sweep.stop();
    assertThat(trips.notes).containsExactly("您之前要求取消的订单 LL20481234 已经取消。");
    assertThat(events.seen).filteredOn(Appended.class::isInstance).hasSize(1);
    assertThat(events.seen).contains(new Erased(conversation));
  }

  private Sweep sweep(
      Mailboxes mailboxes, Function<Turn, Future<Void>> turns, AnsweringSettings settings) {
    var looseEnds = new LooseEnds(new NoShop(), new OneEffect(conversation), Instant::now);
    Erasures erasures = _ -> Future.succeededFuture(List.of(new Erased(conversation)));
    var aftermath = new Aftermath(looseEnds, trips, erasures, events);
    return new Sweep(vertx, trips, mailboxes, turns, aftermath, settings);
  }

  private Mailboxes mailboxes(AnsweringSettings settings) {
    var answering =
        new Answering(
            new Thinking(Skills.NONE, MailboxesTest::understand, new NoArticles(), worker),
            dialogue,
            new FlowPlayer(
                dialogue, (_, _, _, _) -> shop, () -> Hours.ALWAYS, InstantSource.system(), 3),
            settings,
            Clock.systemUTC());
    return new Mailboxes(trips, answering, events, settings, TurnObserver.NONE);
  }

  private static AnsweringSettings with(int waitingTurns, Duration answerWithin) {
    var all = AnsweringSettings.DEFAULTS;
    return new AnsweringSettings(
        all.certain(),
        all.plausible(),
        all.margin(),
        all.missesBeforePerson(),
        all.callsPerTurn(),
        waitingTurns,
        answerWithin,
        Duration.ofMillis(20),
        all.sweepAge(),
        all.workers(),
        all.workerQueue(),
        all.workerTime(),
        all.historyTurns(),
        all.followUpWithin());
  }

  private Memory atTheOrderQuestion() {
    var heard =
        new deskbell.dialog.Heard(
            understand("track", Optional.of(Language.EN)),
            Optional.empty(),
            Optional.empty(),
            Instant.EPOCH.atZone(ZoneOffset.UTC));
    return new Memory(
        dialogue.start(Memory.EMPTY.dialog(), "track-order", heard).state(), 0, List.of());
  }

  private Turn turn(long number, String text) {
    return new Turn(
        conversation,
        number,
        1,
        number,
        new Ask.Say(text),
        Language.EN,
        Optional.empty(),
        "address",
        trips.memory,
        List.of());
  }

  private static Understood understand(String text, Optional<Language> expected) {
    return new Understood(
        text,
        expected.orElseThrow(),
        List.of(),
        List.of(new IntentScore("track_order", text.equals("track") ? 0.9 : 0)));
  }

  /** The two trips in memory: keeps what was said and the memory of the last commit. */
  private static final class Trips implements Conversations {
    private final List<String> said = new CopyOnWriteArrayList<>();
    private final List<String> notes = new CopyOnWriteArrayList<>();
    private volatile Memory memory = Memory.EMPTY;
    private Optional<Committed> fence = Optional.empty();
    private boolean shown;
    private List<Turn> left = List.of();

    @Override
    public Future<Accepted> accept(ConversationId conversation, String clientId, Ask ask) {
      return Future.failedFuture("not asked for here");
    }

    @Override
    public Future<Committed> commit(Turn turn, Answer answer) {
      if (fence.isPresent()) {
        return Future.succeededFuture(fence.get());
      }
      memory = answer.memory();
      said.add(answer.words());
      return Future.succeededFuture(
          new Committed.Written(List.of(message(answer.words())), Mode.BOT, turn.epoch()));
    }

    @Override
    public Future<Optional<Message>> showEffects(
        ConversationId conversation, long turn, Set<String> steps, String text) {
      if (shown) {
        return Future.succeededFuture(Optional.empty());
      }
      shown = true;
      notes.add(text);
      return Future.succeededFuture(Optional.of(message(text)));
    }

    @Override
    public Future<Optional<Turn>> refresh(Turn turn) {
      return Future.succeededFuture(
          Optional.of(
              new Turn(
                  turn.conversation(),
                  turn.number(),
                  turn.epoch(),
                  turn.seq(),
                  turn.ask(),
                  turn.locale(),
                  turn.identity(),
                  turn.address(),
                  memory,
                  turn.recent())));
    }

    @Override
    public Future<List<Turn>> unanswered(Duration age, int limit) {
      return Future.succeededFuture(left);
    }

    private static Message message(String text) {
      return new Message(
          1,
          Sender.BOT,
          Optional.empty(),
          text,
          Optional.empty(),
          List.of(),
          List.of(),
          Instant.EPOCH,
          Optional.empty(),
          false,
          List.of());
    }
  }

  /** Keeps what is published. */
  private static final class Heard implements Events {
    private final List<ConversationEvent> seen = new CopyOnWriteArrayList<>();

    @Override
    public void publish(ConversationEvent event) {
      seen.add(event);
    }

    @Override
    public Subscription subscribe(Consumer<ConversationEvent> consumer) {
      return () -> {};
    }
  }

  /** One write that was made, of a turn that is over. */
  private record OneEffect(ConversationId conversation) implements Effects {
    @Override
    public Future<Optional<Effect>> find(EffectKey key) {
      return Future.failedFuture("not asked for here");
    }

    @Override
    public Future<Void> begin(EffectKey key, String operation, Map<String, String> arguments) {
      return Future.failedFuture("not asked for here");
    }

    @Override
    public Future<CallResult> finish(EffectKey key, CallResult result) {
      return Future.failedFuture("not asked for here");
    }

    @Override
    public Future<List<LooseEnd>> takeUp(Duration age, Duration pause, int limit) {
      var key = new EffectKey(conversation, 1, "cancel-order/cancel");
      var made = new CallResult("ok", Map.of("order", "LL20481234"));
      var effect = new Effect(key, "cancel_order", Optional.of(made));
      return Future.succeededFuture(
          List.of(new LooseEnd(effect, Map.of(), Instant.EPOCH, Language.ZH)));
    }
  }

  /** Is not asked for anything. */
  private static final class NoShop implements Shop {
    @Override
    public Future<Optional<Order>> order(String number) {
      return Future.failedFuture("not asked for here");
    }

    @Override
    public Future<List<Order>> ordersOf(String user) {
      return Future.failedFuture("not asked for here");
    }

    @Override
    public Future<List<Product>> products() {
      return Future.failedFuture("not asked for here");
    }

    @Override
    public Future<WriteResult> write(String idempotencyKey, ShopWrite write) {
      return Future.failedFuture("not asked for here");
    }

    @Override
    public Future<Erasure> erase(String idempotencyKey, String user) {
      return Future.failedFuture("not asked for here");
    }

    @Override
    public Future<Optional<Voucher>> voucher(String code, Optional<String> user) {
      return Future.failedFuture("not asked for here");
    }
  }

  /** Knows nothing. */
  private static final class NoArticles implements Retrieval {
    @Override
    public List<Passage> search(Question question, int top) {
      return List.of();
    }

    @Override
    public Optional<Passage> article(String id, Language language) {
      return Optional.empty();
    }
  }
}
