package deskbell.webchat;

import static deskbell.Waiting.until;
import static org.assertj.core.api.Assertions.assertThat;

import deskbell.answering.Memory;
import deskbell.answering.Turn;
import deskbell.conversation.Ask;
import deskbell.conversation.ConversationEvent;
import deskbell.conversation.ConversationEvent.Typing;
import deskbell.conversation.ConversationId;
import deskbell.conversation.Events;
import deskbell.conversation.Language;
import deskbell.conversation.Sender;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

class BotTypingTest {
  private static final Vertx VERTX = Vertx.vertx();
  private static final ConversationId ID = ConversationId.random();
  private static final Typing ON = new Typing(ID, Sender.BOT, true);
  private static final Typing OFF = new Typing(ID, Sender.BOT, false);

  private final Heard heard = new Heard();

  @AfterAll
  static void stop() throws TimeoutException {
    VERTX.close().await(10, TimeUnit.SECONDS);
  }

  private BotTyping typing(Duration after, int mostASecond) {
    var still = InstantSource.fixed(Instant.EPOCH);
    return new BotTyping(VERTX, heard, still, after, mostASecond);
  }

  @Test
  void an_answer_that_is_there_in_time_is_not_announced() {
    var typing = typing(Duration.ofMillis(1), 10);
    typing.until(Future.succeededFuture(), ID);
    var hour = typing(Duration.ofHours(1), 10);
    Promise<Void> quick = Promise.promise();
    hour.until(quick.future(), ID);
    quick.complete();
    Promise<Void> slow = Promise.promise();
    typing.until(slow.future(), ID);
    until("the slow one is announced", () -> !heard.events.isEmpty());
    assertThat(heard.events).containsExactly(ON);
  }

  @Test
  void a_slow_answer_is_announced_until_it_is_there_or_dropped() {
    Promise<Void> answered = Promise.promise();
    typing(Duration.ofMillis(1), 10).until(answered.future(), ID);
    until("it is announced", () -> heard.events.equals(List.of(ON)));
    answered.complete();
    assertThat(heard.events).containsExactly(ON, OFF);
  }

  @Test
  void a_turn_is_announced_whoever_brings_it() {
    Promise<Void> answered = Promise.promise();
    var turns = new AnnouncedTurns(turn -> answered.future(), typing(Duration.ofMillis(1), 10));
    var done = turns.answer(turn());
    until("it is announced", () -> heard.events.equals(List.of(ON)));
    answered.complete();
    assertThat(heard.events).containsExactly(ON, OFF);
    assertThat(done.succeeded()).isTrue();
  }

  private static Turn turn() {
    return new Turn(
        ID,
        1,
        1,
        1,
        new Ask.Say("track"),
        Language.EN,
        Optional.empty(),
        "address",
        Memory.EMPTY,
        List.of());
  }

  @Test
  void under_load_not_every_turn_is_announced() {
    var typing = typing(Duration.ofMillis(1), 2);
    var answers = List.<Promise<Void>>of(Promise.promise(), Promise.promise(), Promise.promise());
    for (var answer : answers) {
      typing.until(answer.future(), ID);
    }
    until("two are announced", () -> heard.events.size() == 2);
    Promise<Void> last = Promise.promise();
    VERTX.setTimer(20, now -> last.complete());
    until("a later timer has fired", () -> last.future().isComplete());
    answers.forEach(Promise::complete);
    assertThat(heard.events).containsExactly(ON, ON, OFF, OFF);
  }

  /** Keeps what is published. */
  private static final class Heard implements Events {
    private final List<ConversationEvent> events = new CopyOnWriteArrayList<>();

    @Override
    public void publish(ConversationEvent event) {
      events.add(event);
    }

    @Override
    public Subscription subscribe(Consumer<ConversationEvent> consumer) {
      throw new UnsupportedOperationException("nobody listens");
    }
  }
}
