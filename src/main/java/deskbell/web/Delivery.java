package deskbell.web;

import deskbell.conversation.ConversationId;
import deskbell.conversation.Message;
import io.vertx.core.Future;
import java.util.List;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Brings the messages of a conversation to one socket: in order, without gaps or doubles. An event
 * that continues where the socket stands is sent at once; after a gap, or when the reader was slow,
 * messages are read from the store, a page at a time, so that nothing is kept here. On the socket's
 * event loop.
 */
public final class Delivery {
  /** Where messages are read again. */
  @FunctionalInterface
  public interface Source {
    /** Messages numbered above {@code after}, in order, {@code limit} at most. */
    Future<List<Message>> after(ConversationId conversation, long after, int limit);
  }

  private static final Logger LOG = LoggerFactory.getLogger(Delivery.class);

  private final ConversationId conversation;
  private final Source source;
  private final int page;
  private final Line line;
  private final Function<Message, Line.Frame> frame;
  private long sent;
  private long newest;
  private boolean reading;

  /** The socket has everything up to {@code sent}. */
  public Delivery(
      ConversationId conversation,
      Source source,
      int page,
      Line line,
      Function<Message, Line.Frame> frame,
      long sent) {
    this.conversation = conversation;
    this.source = source;
    this.page = page;
    this.line = line;
    this.frame = frame;
    this.sent = sent;
  }

  /** The newest number that the socket was sent. */
  public long sent() {
    return sent;
  }

  /** New messages, as an event brought them. */
  public void appended(List<Message> messages) {
    for (var message : messages) {
      newest = Math.max(newest, message.seq());
      if (message.seq() == sent + 1 && !reading && !line.full()) {
        send(message);
      }
    }
    catchUp();
  }

  /** There are messages up to this number. */
  public void newest(long seq) {
    newest = Math.max(newest, seq);
    catchUp();
  }

  /** Sends everything up to where the socket stands again: it was erased. */
  public void again() {
    newest = Math.max(newest, sent);
    sent = 0;
    catchUp();
  }

  /**
   * Reads and sends what the socket lacks, unless it must wait: for another reading, or for the
   * reader. Then it is called again when the reader has caught up, and by every sweep.
   */
  public void catchUp() {
    if (reading || sent >= newest || line.gone() || line.full()) {
      return;
    }
    reading = true;
    var from = sent;
    source
        .after(conversation, from, page)
        .onComplete(
            messages -> {
              reading = false;
              if (sent == from) {
                passOn(messages);
              }
              catchUp();
            },
            failure -> {
              reading = false;
              LOG.warn("conversation {}: messages after {} not read", conversation, from, failure);
            });
  }

  private void passOn(List<Message> messages) {
    if (messages.isEmpty()) {
      // what was announced is not there: nothing to wait for
      newest = sent;
    }
    for (var message : messages) {
      if (line.full()) {
        return;
      }
      send(message);
    }
  }

  private void send(Message message) {
    sent = message.seq();
    newest = Math.max(newest, sent);
    line.send(frame.apply(message));
  }
}
