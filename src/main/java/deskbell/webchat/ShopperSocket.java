package deskbell.webchat;

import deskbell.conversation.Ask;
import deskbell.conversation.ConversationEvent;
import deskbell.conversation.Invalid;
import deskbell.conversation.Language;
import deskbell.conversation.Sender;
import deskbell.web.Line;
import deskbell.web.TextFrames;
import deskbell.webchat.Arrivals.Guest;
import deskbell.webchat.ServerFrame.Problem;
import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.http.ServerWebSocket;
import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One shopper's socket: frames in, one after the other. A frame that is stored holds back those
 * behind it, in the network, until it is answered; so does a shopper who does not read. On the
 * event loop that accepted it. Ten thousand of these wait in one process: nothing here is larger
 * than a few references. Long because every frame from a shopper is answered here.
 */
final class ShopperSocket implements TextFrames.Sink {
  private static final Logger LOG = LoggerFactory.getLogger(ShopperSocket.class);

  /** Seconds over which widgets spread their coming back to a server that was restarted. */
  private static final int COME_BACK_WITHIN = 5;

  private final Chat chat;
  private final Pulses pulses;
  private final Places places;
  private final Context loop;
  private final Line line;
  private final Guest guest;
  private final Heartbeat heart;
  private Presence presence;
  private boolean busy;
  private boolean stopping;
  private int frames;
  private int framesSince;

  /** Opened in this second, as {@link #sweep} counts them. */
  ShopperSocket(
      Chat chat,
      Pulses pulses,
      Places places,
      Context loop,
      ServerWebSocket socket,
      Guest guest,
      int now) {
    this.chat = chat;
    this.pulses = pulses;
    this.places = places;
    this.loop = loop;
    this.guest = guest;
    heart = new Heartbeat(now);
    framesSince = now;
    line = new Line(socket, chat.settings().limits().writeQueueBytes(), this::goOn);
    socket.frameHandler(new TextFrames(this, ShopperFrame.MAX_BYTES));
  }

  @Override
  public void alive() {
    heart.heard();
  }

  @Override
  public void pong() {
    if (presence != null) {
      presence.pong();
    }
  }

  @Override
  public void malformed(Invalid why) {
    refuse(why, null);
  }

  @Override
  public void tooLarge() {
    end(ErrorCode.FRAME_TOO_LARGE, "frame has more than " + ShopperFrame.MAX_BYTES + " bytes");
  }

  @Override
  public void receive(String text) {
    if (line.gone() || flooded()) {
      return;
    }
    JsonObject json = null;
    try {
      json = ShopperFrame.parse(text);
      handle(ShopperFrame.decode(json));
    } catch (Invalid invalid) {
      refuse(invalid, json);
    }
    if (busy || line.full()) {
      line.hold();
    }
  }

  private boolean flooded() {
    var limits = chat.settings().limits();
    if (heart.now() - framesSince >= limits.framesWithin().toSeconds()) {
      framesSince = heart.now();
      frames = 0;
    }
    frames++;
    if (frames <= limits.frames()) {
      return false;
    }
    end(
        Problem.tooMany(ErrorCode.FLOODED, limits.frames(), "frames", limits.framesWithin())
            .retry(limits.framesWithin()));
    return true;
  }

  private void refuse(Invalid invalid, JsonObject json) {
    var error = Problem.of(ErrorCode.of(invalid), invalid.getMessage());
    chat.metrics().message(error.code().wire());
    var about = json == null ? null : json.getValue("id");
    line.send(
        about instanceof String id && id.length() <= ShopperFrame.MAX_ID ? error.about(id) : error);
  }

  private void handle(ShopperFrame frame) {
    if (frame instanceof ShopperFrame.Hello hello) {
      hello(hello);
    } else if (presence == null) {
      end(ErrorCode.HELLO_FIRST, "type must be hello in the first frame");
    } else {
      within(frame);
    }
  }

  private void hello(ShopperFrame.Hello hello) {
    if (presence != null) {
      line.send(Problem.of(ErrorCode.HELLO_AGAIN));
      return;
    }
    busy(
        chat.arrivals()
            .greet(hello, guest)
            .onSuccess(arrival -> arrived(arrival, hello.after()))
            .onFailure(this::notGreeted));
  }

  private void arrived(Arrival arrival, long after) {
    switch (arrival) {
      case Arrival.Turned(var error) when error.code().closes() -> end(error);
      case Arrival.Turned(var error) -> line.send(error);
      case Arrival.Taken(var session, var token) -> {
        if (line.gone()) {
          return;
        }
        presence = new Presence(chat, places, loop, line, session, after);
        line.send(
            new ServerFrame.Welcome(
                session.conversation(),
                token,
                session.seq(),
                session.mode(),
                session.locale(),
                chat.settings().mail()));
        presence.start(session.seq());
        pulses.ask(presence);
      }
    }
  }

  private void notGreeted(Throwable failure) {
    LOG.warn("a hello could not be answered", failure);
    line.send(Problem.of(ErrorCode.of(failure)).retry(chat.settings().times().retryAfter()));
  }

  private void within(ShopperFrame frame) {
    switch (frame) {
      case ShopperFrame.Say(var id, var ask) -> ask(id, ask);
      case ShopperFrame.Choose(var id, var ask) -> ask(id, ask);
      case ShopperFrame.Human(var id) ->
          ask(id, new Ask.Human(chat.texts().get(presence.locale(), "human")));
      case ShopperFrame.Do(var id, var deed) -> act(id, deed);
      case ShopperFrame.Locale(var locale) -> locale(locale);
      case ShopperFrame.Typing(var on) ->
          chat.events()
              .publish(new ConversationEvent.Typing(presence.conversation(), Sender.SHOPPER, on));
      case ShopperFrame.Read(var seq) -> read(seq);
      case ShopperFrame.Ping _ -> {
        presence.pongDue();
        pulses.ask(presence);
      }
      case ShopperFrame.Hello hello -> hello(hello);
    }
  }

  private void ask(String id, Ask ask) {
    if (allowed(id)) {
      busy(chat.acceptance().ask(presence.conversation(), id, ask, line::send));
    }
  }

  private void act(String id, Deed deed) {
    if (deed instanceof Deed.Transcript && !chat.settings().mail()) {
      line.send(Problem.of(ErrorCode.NO_MAIL).about(id));
    } else if (allowed(id)) {
      busy(chat.acceptance().act(presence.conversation(), id, deed, line::send));
    }
  }

  private void locale(Language locale) {
    if (!allowed(null)) {
      return;
    }
    var conversation = presence.conversation();
    presence.locale(locale);
    busy(
        chat.sessions()
            .locale(conversation, locale)
            .onFailure(failure -> LOG.warn("conversation {}: locale", conversation, failure)));
  }

  private void read(long seq) {
    if (seq > presence.sent()) {
      throw new Invalid("seq", "is " + seq + "; the newest sent is " + presence.sent());
    }
    presence.read(seq);
  }

  private boolean allowed(String id) {
    var limits = chat.settings().limits();
    var wait = chat.messages().take(presence.conversation(), chat.clock().millis());
    if (wait.isZero()) {
      return true;
    }
    chat.metrics().message(ErrorCode.RATE_LIMITED.wire());
    var error =
        Problem.tooMany(
                ErrorCode.RATE_LIMITED, limits.messages(), "messages", limits.messagesWithin())
            .retry(wait);
    line.send(id == null ? error : error.about(id));
    return false;
  }

  /** Frames wait until this is done. */
  private void busy(Future<?> task) {
    busy = true;
    task.onComplete(
        done -> {
          busy = false;
          if (stopping) {
            stop();
          }
          goOn();
        });
  }

  /** The frame is answered, or the reader has caught up. */
  private void goOn() {
    if (presence != null) {
      presence.drained();
    }
    if (!busy && !line.full()) {
      line.listen();
    }
  }

  /** What is due, seen once a second. */
  void sweep(int second) {
    var times = chat.settings().times();
    switch (heart.beat(second, presence == null && !busy, times)) {
      case NO_HELLO ->
          end(
              ErrorCode.HELLO_TIMEOUT,
              "hello did not come within " + times.helloWithin().toSeconds() + " s");
      case DEAD -> end(ErrorCode.IDLE, "nothing came for " + heart.silence() + " s");
      case PING -> {
        if (presence == null) {
          line.ping();
        } else {
          presence.ping();
        }
      }
      case NOTHING -> {}
    }
    if (presence != null) {
      presence.sweep();
    }
  }

  /** Sends the widget away to come back later, once the frame at hand is answered. */
  void stop() {
    stopping = true;
    if (!busy) {
      var pause = Duration.ofSeconds(1 + ThreadLocalRandom.current().nextInt(COME_BACK_WITHIN));
      end(Problem.of(ErrorCode.SERVER_STOPPING, ErrorCode.SERVER_STOPPING.meaning()).retry(pause));
    }
  }

  /** The socket is gone. */
  void closed() {
    if (presence != null) {
      presence.end();
    }
  }

  private void end(ErrorCode code, String message) {
    end(Problem.of(code, message));
  }

  private void end(Problem problem) {
    if (!line.gone()) {
      chat.metrics().message(problem.code().wire());
      line.end(problem);
    }
  }
}
