package deskbell.webchat;

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
import deskbell.conversation.Language;
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
 * A socket's place in its conversation: what it knows and what it is told. On the socket's event
 * loop, but for {@link #hear}.
 */
final class Presence implements Audience.Member {
  private final Chat chat;
  private final Places places;
  private final Context loop;
  private final Line line;
  private final ConversationId conversation;
  private final Delivery delivery;
  private final Receipts receipts;
  private Language locale;
  private Mode mode;
  private Optional<String> agent;
  private long epoch;
  private boolean erased;
  private boolean pongDue;
  private boolean statusDue;
  private boolean ended;
  private int announced;

  Presence(Chat chat, Places places, Context loop, Line line, Session session, long after) {
    this.chat = chat;
    this.places = places;
    this.loop = loop;
    this.line = line;
    conversation = session.conversation();
    var sent = Math.min(after, session.seq());
    delivery =
        new Delivery(
            conversation,
            chat.sessions()::after,
            chat.settings().limits().page(),
            line,
            ServerFrame.Said::new,
            sent);
    locale = session.locale();
    mode = session.mode();
    agent = session.agent();
    receipts = new Receipts(chat, line, session);
    announced = chat.attendance().round();
  }

  /** Begins to listen and sends what the shopper has not seen. */
  void start(long newest) {
    chat.audience().join(conversation, this);
    receipts.start();
    delivery.newest(newest);
    place();
    if (withPerson()) {
      visiting(true);
    }
  }

  void end() {
    ended = true;
    places.gone(this);
    chat.audience().leave(conversation, this);
    if (withPerson() && !chat.audience().has(conversation)) {
      visiting(false);
    }
  }

  /** False once the socket is gone. */
  boolean here() {
    return !ended;
  }

  /**
   * Has the shopper told who answers now, and as long as they wait for a person where they stand.
   */
  private void place() {
    if (here()) {
      places.waits(this, mode == Mode.WAITING);
      places.ask(this);
    }
  }

  /** Where the shopper stands; told once the reader has caught up. */
  void stands(Desk.Standing standing) {
    statusDue = line.full();
    if (!statusDue) {
      line.send(new ServerFrame.Status(mode, agent, standing));
    }
  }

  private boolean withPerson() {
    return mode == Mode.WAITING || mode == Mode.HUMAN;
  }

  /** Agents see whether the shopper is there. */
  private void visiting(boolean here) {
    announced = chat.attendance().round();
    chat.attendance().visiting(conversation, here);
  }

  ConversationId conversation() {
    return conversation;
  }

  Language locale() {
    return locale;
  }

  void locale(Language chosen) {
    locale = chosen;
  }

  /** The newest number that the socket was sent. */
  long sent() {
    return delivery.sent();
  }

  @Override
  public void hear(ConversationEvent event) {
    loop.runOnContext(now -> heard(event));
  }

  private void heard(ConversationEvent event) {
    switch (event) {
      case Appended(_, var messages) -> delivery.appended(messages);
      case ModeChanged(_, var now, var since, var who) -> mode(now, since, who);
      case Typing(_, var from, var on) -> typing(from, on);
      case Receipt(_, var got, var read) -> receipts.shopper(new Seen(got, read));
      case DeskReceipt(_, var seen) -> receipts.desk(seen);
      case TicketChanged _ -> stillHere();
      case Rated _ -> {}
      case Erased _ -> erased();
    }
  }

  private void erased() {
    erased = true;
    delivery.again();
  }

  private void mode(Mode now, long since, Optional<String> who) {
    if (since >= epoch && !(now == mode && who.equals(agent))) {
      var before = withPerson();
      mode = now;
      agent = who;
      place();
      if (withPerson() != before) {
        visiting(withPerson());
      }
    }
    epoch = Math.max(epoch, since);
  }

  private void typing(Sender from, boolean on) {
    if (from != Sender.SHOPPER && !line.full()) {
      line.send(new ServerFrame.Typing(from, on));
    }
  }

  /** Another node may just have lost this shopper, who came here before it noticed. */
  private void stillHere() {
    if (withPerson()) {
      visiting(true);
    }
  }

  /** The shopper has read up to this number. */
  void read(long seq) {
    receipts.seen(Seen.read(seq));
  }

  /** Asks for a sign of life. */
  void ping() {
    receipts.ping(delivery.sent());
  }

  /** The sign of life came. */
  void pong() {
    receipts.pong();
  }

  /** The widget waits for a {@link #pulse}. */
  void pongDue() {
    pongDue = true;
  }

  /** True where the look at the store that begins now answers a ping. */
  boolean takePong() {
    var due = pongDue;
    pongDue = false;
    return due;
  }

  /** How the conversation stands in the store; makes up for lost events. */
  void pulse(Pulse now, boolean pong) {
    if (pong) {
      line.send(new ServerFrame.Pong(now.seq()));
    }
    delivery.newest(now.seq());
    receipts.known(now.shopper(), now.desk());
    mode(now.mode(), now.epoch(), now.agent());
    if (now.erased() && !erased) {
      erased();
    }
  }

  /** The store could not say, or does not know the conversation any more. */
  void noPulse(ServerFrame.Problem error, boolean pong) {
    if (pong) {
      line.send(error);
    }
  }

  /** The reader has caught up. */
  void drained() {
    delivery.catchUp();
    if (statusDue) {
      statusDue = false;
      place();
    }
  }

  /** What is due, seen once a second. */
  void sweep() {
    delivery.catchUp();
    if (withPerson()) {
      receipts.ask(delivery.sent());
      if (announced != chat.attendance().round()) {
        visiting(true);
      }
    }
  }
}
