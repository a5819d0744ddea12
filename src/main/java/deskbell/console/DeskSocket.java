package deskbell.console;

import deskbell.console.DeskPush.Problem;
import deskbell.console.account.Account;
import deskbell.console.account.Role;
import deskbell.console.account.SessionToken;
import deskbell.conversation.ConversationEvent;
import deskbell.conversation.ConversationId;
import deskbell.conversation.Invalid;
import deskbell.conversation.Seen;
import deskbell.conversation.Sender;
import deskbell.handoff.Agent;
import deskbell.handoff.AgentReply;
import deskbell.handoff.Replied;
import deskbell.web.Line;
import deskbell.web.TextFrames;
import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.http.ServerWebSocket;
import io.vertx.core.json.JsonObject;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One agent's socket: frames in, one after the other, so that replies keep their order. A frame
 * that is being stored holds back those behind it, in the network. On the event loop that accepted
 * it.
 */
final class DeskSocket implements TextFrames.Sink {
  private static final Logger LOG = LoggerFactory.getLogger(DeskSocket.class);

  private final Console console;
  private final Line line;
  private final SessionToken token;
  private final Account account;
  private final Agent agent;
  private final DeskPulse pulse;
  private final Runnable queueListener;
  private final Watches watches;
  private boolean greeted;
  private boolean busy;
  private boolean stopping;

  /**
   * @param now seconds, as {@link #sweep} counts them
   */
  DeskSocket(
      Console console,
      Context loop,
      ServerWebSocket socket,
      SessionToken token,
      Account account,
      int now) {
    this.console = console;
    this.token = token;
    this.account = account;
    this.agent = new Agent(account.name().value(), account.role() == Role.ADMIN);
    line = new Line(socket, console.settings().writeQueueBytes(), this::drained);
    watches = new Watches(console, loop, line);
    pulse = new DeskPulse(console.settings(), line, now);
    queueListener = () -> loop.runOnContext(queued -> pulse.queueChanged());
    socket.frameHandler(new TextFrames(this, DeskFrame.MAX_BYTES));
  }

  @Override
  public void alive() {
    pulse.alive();
  }

  @Override
  public void pong() {}

  @Override
  public void malformed(Invalid why) {
    refuse(why, Optional.empty());
  }

  @Override
  public void tooLarge() {
    end(DeskError.FRAME_TOO_LARGE, "frame has more than " + DeskFrame.MAX_BYTES + " bytes");
  }

  @Override
  public void receive(String text) {
    if (line.gone() || pulse.flooded()) {
      return;
    }
    Optional<JsonObject> json = Optional.empty();
    try {
      json = Optional.of(DeskFrame.parse(text));
      handle(DeskFrame.decode(json.get()));
    } catch (Invalid invalid) {
      refuse(invalid, json);
    }
    if (busy || line.full()) {
      line.hold();
    }
  }

  private void refuse(Invalid invalid, Optional<JsonObject> json) {
    var id =
        json.map(frame -> frame.getValue("id"))
            .filter(String.class::isInstance)
            .map(String.class::cast)
            .filter(text -> text.length() <= AgentReply.MAX_ID);
    line.send(new Problem(DeskError.of(invalid), invalid.getMessage(), id, Optional.empty()));
  }

  private void handle(DeskFrame frame) {
    if (frame instanceof DeskFrame.Hello(var csrf)) {
      hello(csrf);
    } else if (!greeted) {
      end(DeskError.HELLO_FIRST, "type must be hello in the first frame");
    } else {
      within(frame);
    }
  }

  private void hello(String csrf) {
    if (!token.csrfIs(csrf)) {
      end(DeskError.WRONG_CSRF, "csrf is not this session's");
    } else if (!greeted) {
      greeted = true;
      pulse.greeted();
      console.queue().join(queueListener);
      line.send(new DeskPush.Welcome(account));
      present();
    }
  }

  private void within(DeskFrame frame) {
    if (frame.byHand()) {
      pulse.used();
    }
    switch (frame) {
      case DeskFrame.Watch(var conversation, var after) -> busy(watches.add(conversation, after));
      case DeskFrame.Unwatch(var conversation) -> watches.remove(conversation);
      case DeskFrame.Say(var reply) -> busy(reply(reply));
      case DeskFrame.Typing(var conversation, var on) -> typing(conversation, on);
      case DeskFrame.Progress(var conversation, var seen) -> seen(conversation, seen);
      case DeskFrame.Ping() -> {
        line.send(new DeskPush.Pong());
        busy(watches.refresh());
      }
      case DeskFrame.Hello(var csrf) -> hello(csrf);
    }
  }

  private Future<?> reply(AgentReply reply) {
    return console
        .desk()
        .reply(reply, agent)
        .onSuccess(replied -> replied(reply, replied))
        .onFailure(
            failure -> {
              LOG.warn("conversation {}: reply not stored", reply.conversation(), failure);
              problem(reply, DeskError.of(failure), "the reply could not be stored");
            });
  }

  private void replied(AgentReply reply, Replied replied) {
    var conversation = reply.conversation();
    switch (replied) {
      case Replied.Stored(var message) ->
          line.send(new DeskPush.Ack(reply.clientId(), conversation, message.seq()));
      case Replied.Repeated(var seq) ->
          line.send(new DeskPush.Ack(reply.clientId(), conversation, seq));
      case Replied.IdReused() ->
          problem(reply, DeskError.ID_REUSED, "the id named other words before");
      case Replied.Refused(var now, var reason) -> {
        problem(reply, DeskError.of(reason), reason.text());
        line.send(new DeskPush.InMode(conversation, now.mode(), now.epoch(), now.agent()));
      }
    }
  }

  private void typing(ConversationId conversation, boolean on) {
    if (watches.heldBy(agent.name(), conversation)) {
      console.events().publish(new ConversationEvent.Typing(conversation, Sender.AGENT, on));
    }
  }

  private void seen(ConversationId conversation, Seen seen) {
    console
        .desk()
        .seen(conversation, agent, seen)
        .onFailure(failure -> LOG.warn("conversation {}: receipt lost", conversation, failure));
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
          drained();
        });
  }

  private void drained() {
    watches.catchUp();
    if (!busy && !line.full()) {
      line.listen();
    }
  }

  /** What is due, seen once a second. */
  void sweep(int now) {
    pulse.sweep(now, busy);
    watches.catchUp();
    if (greeted && pulse.recheckDue()) {
      recheck();
    }
  }

  private void recheck() {
    console
        .signIns()
        .session(token, pulse.usedSinceLast())
        .onSuccess(
            now -> {
              if (now.filter(still -> still.equals(account)).isEmpty()) {
                end(DeskError.SIGNED_OUT, "the session has ended");
              } else {
                present();
              }
            })
        .onFailure(failure -> LOG.warn("a session could not be looked up again", failure));
  }

  private void present() {
    console
        .desk()
        .present(agent)
        .onFailure(failure -> LOG.warn("an agent could not be noted as present", failure));
  }

  /** Sends the page away to come back later, once the frame at hand is answered. */
  void stop() {
    stopping = true;
    if (!busy) {
      end(DeskError.SERVER_STOPPING, "the server stops; connect again in a moment");
    }
  }

  /** The socket is gone. */
  void closed() {
    console.queue().leave(queueListener);
    watches.removeAll();
  }

  private void problem(AgentReply reply, DeskError code, String message) {
    line.send(
        new Problem(
            code, message, Optional.of(reply.clientId()), Optional.of(reply.conversation())));
  }

  private void end(DeskError code, String message) {
    line.end(Problem.of(code, message));
  }
}
