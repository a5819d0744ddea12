package deskbell.webchat;

import deskbell.answering.Conversations;
import deskbell.conversation.Events;
import deskbell.conversation.Texts;
import deskbell.web.AddressLimit;
import deskbell.web.Audience;
import deskbell.web.Metrics;
import deskbell.web.Site;
import io.vertx.core.Vertx;
import java.time.InstantSource;

/** What all chat sockets of a node share. Any thread. */
public final class Chat implements AutoCloseable {
  private final SocketSettings settings;
  private final Site site;
  private final Sessions sessions;
  private final Desk desk;
  private final Events events;
  private final Metrics metrics;
  private final InstantSource clock;
  private final Audience audience;
  private final Attendance attendance;
  private final QueueMoves queueMoves;
  private final Arrivals arrivals;
  private final Turns turns;
  private final Acceptance acceptance;
  private final AddressLimit sockets;
  private final RateLimit messages;
  private final Texts texts = new Texts("deskbell.webchat.texts");

  /** Subscribes to the events at once. */
  public Chat(
      Vertx vertx,
      SocketSettings settings,
      Site site,
      Sessions sessions,
      Conversations conversations,
      Turns turns,
      Desk desk,
      Events events,
      Metrics metrics,
      InstantSource clock) {
    this.settings = settings;
    this.site = site;
    this.sessions = sessions;
    this.desk = desk;
    this.events = events;
    this.metrics = metrics;
    this.clock = clock;
    audience = new Audience(events);
    attendance = new Attendance(vertx, sessions, events, clock, settings.times());
    queueMoves = new QueueMoves(events);
    arrivals = new Arrivals(sessions, events, settings, clock);
    this.turns = new AnnouncedTurns(turns, new BotTyping(vertx, events, clock));
    acceptance =
        new Acceptance(vertx, conversations, sessions, this.turns, events, metrics, settings);
    sockets = new AddressLimit(settings.limits().socketsPerAddress());
    messages = new RateLimit(settings.limits().messages(), settings.limits().messagesWithin());
  }

  SocketSettings settings() {
    return settings;
  }

  Site site() {
    return site;
  }

  Sessions sessions() {
    return sessions;
  }

  Desk desk() {
    return desk;
  }

  Events events() {
    return events;
  }

  Metrics metrics() {
    return metrics;
  }

  InstantSource clock() {
    return clock;
  }

  Audience audience() {
    return audience;
  }

  Attendance attendance() {
    return attendance;
  }

  QueueMoves queueMoves() {
    return queueMoves;
  }

  Arrivals arrivals() {
    return arrivals;
  }

  Acceptance acceptance() {
    return acceptance;
  }

  /** Takes turns for answering, and announces to shopper and desk what is slow. */
  public Turns turns() {
    return turns;
  }

  /** Open sockets by address. */
  AddressLimit sockets() {
    return sockets;
  }

  /** Stored frames by conversation. */
  RateLimit messages() {
    return messages;
  }

  Texts texts() {
    return texts;
  }

  /** Ends the subscriptions and the signs of life. */
  @Override
  public void close() {
    queueMoves.close();
    attendance.close();
    audience.close();
  }
}
