package deskbell.webchat;

import deskbell.conversation.ConversationEvent.Receipt;
import deskbell.conversation.ConversationId;
import deskbell.conversation.Seen;
import deskbell.web.Line;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * How far both sides have received and read a conversation, as one socket knows it. What the
 * shopper has received is learned from pongs: a pong says that everything sent before its ping has
 * arrived. On the socket's event loop.
 */
final class Receipts {
  private static final Logger LOG = LoggerFactory.getLogger(Receipts.class);

  private final Chat chat;
  private final Line line;
  private final ConversationId conversation;
  private Seen shopper;
  private Seen desk;
  private boolean untold;
  private boolean pinged;
  private long sentBeforePing;

  Receipts(Chat chat, Line line, Session session) {
    this.chat = chat;
    this.line = line;
    conversation = session.conversation();
    shopper = session.shopper();
    desk = session.desk();
  }

  /** Tells the widget what is known, where anything is. */
  void start() {
    if (shopper.read() > 0 || !desk.equals(Seen.NOTHING)) {
      tell();
    }
  }

  /** The shopper's other pages have received and read so far. */
  void shopper(Seen now) {
    known(now, Seen.NOTHING);
  }

  /** The desk has received and read so far. */
  void desk(Seen now) {
    known(Seen.NOTHING, now);
  }

  /** Both have received and read so far; tells the widget what of it is news. */
  void known(Seen shopperNow, Seen deskNow) {
    var shoppers = shopper.and(shopperNow);
    var desks = desk.and(deskNow);
    if (untold || !shoppers.equals(shopper) || !desks.equals(desk)) {
      shopper = shoppers;
      desk = desks;
      tell();
    }
  }

  private void tell() {
    untold = line.full();
    if (!untold) {
      line.send(new ServerFrame.Receipt(shopper, desk));
    }
  }

  /** Asks for a sign of life; the answer says that what was sent so far has arrived. */
  void ping(long sent) {
    if (!pinged) {
      pinged = true;
      sentBeforePing = sent;
    }
    line.ping();
  }

  /** Asks whether what was sent so far has arrived, where that is not known or being asked. */
  void ask(long sent) {
    if (!pinged && sent > shopper.delivered()) {
      ping(sent);
    }
  }

  /** The answer to a ping. */
  void pong() {
    pinged = false;
    seen(Seen.delivered(sentBeforePing));
  }

  /** This page has received or read so far. */
  void seen(Seen now) {
    var all = shopper.and(now);
    if (all.equals(shopper)) {
      return;
    }
    chat.sessions()
        .seen(conversation, all)
        .onSuccess(
            done -> chat.events().publish(new Receipt(conversation, all.delivered(), all.read())))
        .onFailure(failure -> LOG.warn("conversation {}: receipt lost", conversation, failure));
  }
}
