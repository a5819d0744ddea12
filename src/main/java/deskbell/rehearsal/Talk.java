package deskbell.rehearsal;

import deskbell.answering.Answer;
import deskbell.answering.Answering;
import deskbell.answering.Memory;
import deskbell.answering.Turn;
import deskbell.conversation.Ask;
import deskbell.conversation.Choice;
import deskbell.conversation.ConversationId;
import deskbell.conversation.Identity;
import deskbell.conversation.Language;
import deskbell.conversation.Message;
import deskbell.conversation.Sender;
import deskbell.conversation.Source;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.UnaryOperator;

/**
 * One conversation with the bot, without sockets and database: what the server keeps of it between
 * two turns is kept here, and what it stores goes through its stored form. Belongs to one thread.
 */
public final class Talk {
  /** Messages before a turn's own that the turn carries, as the store gives them. */
  private static final int RECENT = 6;

  private static final long LIMIT_SECONDS = 30;

  private final Answering answering;
  private final UnaryOperator<Memory> stored;
  private final InstantSource clock;
  private final ConversationId id = ConversationId.random();
  private final Language locale;
  private final Optional<Identity> identity;
  private final List<Message> messages = new ArrayList<>();
  private Memory memory = Memory.EMPTY;
  private List<Choice> offered = List.of();
  private long turns;
  private boolean over;

  /**
   * A conversation that begins.
   *
   * @param stored writes a memory as the store does, and reads it back
   * @param locale the widget's language
   */
  public Talk(
      Answering answering,
      UnaryOperator<Memory> stored,
      InstantSource clock,
      Language locale,
      Optional<Identity> identity) {
    this.answering = answering;
    this.stored = stored;
    this.clock = clock;
    this.locale = locale;
    this.identity = identity;
  }

  /** The bot's answer to words. Throws what answering fails with. */
  public Answer say(String text) {
    return hear(new Ask.Say(text));
  }

  /** The bot's answer to one of the {@link #offered} buttons. */
  public Answer press(Choice button) {
    return hear(new Ask.Choose(messages.size(), button.value(), button.label()));
  }

  /** The buttons below the bot's last words. */
  public List<Choice> offered() {
    return offered;
  }

  /** What the bot remembers. */
  public Memory memory() {
    return memory;
  }

  /** True once a person has the conversation. */
  public boolean withPerson() {
    return over;
  }

  private Answer hear(Ask ask) {
    if (over) {
      throw new IllegalStateException("a person has the conversation");
    }
    var recent = messages.subList(Math.max(0, messages.size() - RECENT), messages.size());
    turns++;
    var turn =
        new Turn(
            id, turns, 1, messages.size() + 1L, ask, locale, identity, "rehearsal", memory, recent);
    told(Sender.SHOPPER, ask.text(), List.of(), Optional.empty());
    var answer = answered(turn);
    for (var reply : answer.replies()) {
      told(Sender.BOT, reply.text(), reply.choices(), reply.source());
    }
    offered = answer.replies().isEmpty() ? List.of() : answer.replies().getLast().choices();
    memory = stored.apply(answer.memory());
    over = answer.handover().isPresent();
    return answer;
  }

  private Answer answered(Turn turn) {
    try {
      return answering.answer(turn).await(LIMIT_SECONDS, TimeUnit.SECONDS);
    } catch (TimeoutException late) {
      throw new IllegalStateException("no answer within " + LIMIT_SECONDS + " s", late);
    }
  }

  private void told(Sender from, String text, List<Choice> choices, Optional<Source> source) {
    messages.add(
        new Message(
            messages.size() + 1L,
            from,
            Optional.empty(),
            text,
            Optional.empty(),
            choices,
            List.of(),
            clock.instant(),
            source,
            false,
            List.of()));
  }
}
