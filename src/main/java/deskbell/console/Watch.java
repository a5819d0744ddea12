package deskbell.console;

import deskbell.conversation.ConversationEvent;
import deskbell.conversation.ConversationEvent.Appended;
import deskbell.conversation.ConversationEvent.DeskReceipt;
import deskbell.conversation.ConversationEvent.Erased;
import deskbell.conversation.ConversationEvent.ModeChanged;
import deskbell.conversation.ConversationEvent.Rated;
import deskbell.conversation.ConversationEvent.Receipt;
import deskbell.conversation.ConversationEvent.TicketChanged;
import deskbell.conversation.ConversationEvent.Typing;
import deskbell.conversation.ConversationId;
import deskbell.conversation.Mode;
import deskbell.conversation.Pulse;
import deskbell.conversation.Seen;
import deskbell.conversation.Sender;
import deskbell.web.Audience;
import deskbell.web.Delivery;
import deskbell.web.Line;
import io.vertx.core.Context;
import java.util.Optional;

/**
 * A conversation that an agent's page watches. On the socket's event loop, but for {@link #hear}.
 */
final class Watch implements Audience.Member {
  private final ConversationId conversation;
  private final Context loop;
  private final Line line;
  private final Delivery delivery;
  private Mode mode = Mode.BOT;
  private long epoch;
  private Optional<String> agent = Optional.empty();
  private Seen shopper = Seen.NOTHING;
  private boolean erased;

  Watch(Console console, Context loop, Line line, ConversationId conversation, long after) {
    this.conversation = conversation;
    this.loop = loop;
    this.line = line;
    delivery =
        new Delivery(
            conversation,
            console.transcripts()::after,
            console.settings().page(),
            line,
            message -> new DeskPush.Said(conversation, message),
            after);
  }

  @Override
  public void hear(ConversationEvent event) {
    loop.runOnContext(now -> heard(event));
  }

  /** How the conversation stands in the store; makes up for lost events. */
  void pulse(Pulse now) {
    mode(now.mode(), now.epoch(), now.agent());
    shopper(now.shopper());
    delivery.newest(now.seq());
    if (now.erased() && !erased) {
      erased();
    }
  }

  /** The reader has caught up, or a reading has failed. */
  void catchUp() {
    delivery.catchUp();
  }

  /** True where this agent answers the conversation, as far as is known here. */
  boolean heldBy(String name) {
    return mode == Mode.HUMAN && agent.filter(name::equals).isPresent();
  }

  private void heard(ConversationEvent event) {
    switch (event) {
      case Appended(_, var messages) -> delivery.appended(messages);
      case ModeChanged(_, var now, var since, var who) -> mode(now, since, who);
      case Typing(_, var from, var on) -> typing(from, on);
      case Receipt(_, var delivered, var read) -> shopper(new Seen(delivered, read));
      case DeskReceipt _ -> {}
      case TicketChanged _, Rated _ -> send(new DeskPush.Changed(conversation));
      case Erased _ -> erased();
    }
  }

  private void mode(Mode now, long since, Optional<String> who) {
    if (since > epoch) {
      mode = now;
      epoch = since;
      agent = who;
      // never left out: the agent's next reply depends on it
      line.send(new DeskPush.InMode(conversation, mode, epoch, agent));
    }
  }

  private void erased() {
    erased = true;
    delivery.again();
  }

  /** The shopper has received and read so far; a page that is told less has it already. */
  private void shopper(Seen now) {
    var all = shopper.and(now);
    if (!all.equals(shopper) && !line.full()) {
      shopper = all;
      line.send(new DeskPush.Receipt(conversation, all.delivered(), all.read()));
    }
  }

  private void typing(Sender from, boolean on) {
    if (from != Sender.AGENT) {
      send(new DeskPush.Typing(conversation, from, on));
    }
  }

  private void send(DeskPush frame) {
    if (!line.full()) {
      line.send(frame);
    }
  }
}
