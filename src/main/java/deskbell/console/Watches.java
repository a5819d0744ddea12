package deskbell.console;

import deskbell.console.DeskPush.Problem;
import deskbell.conversation.ConversationId;
import deskbell.conversation.Pulse;
import deskbell.web.Line;
import io.vertx.core.Context;
import io.vertx.core.Future;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The conversations that one agent's page watches. On the socket's event loop. */
final class Watches {
  private static final Logger LOG = LoggerFactory.getLogger(Watches.class);

  private final Console console;
  private final Context loop;
  private final Line line;
  private final Map<ConversationId, Watch> all = new HashMap<>();

  Watches(Console console, Context loop, Line line) {
    this.console = console;
    this.loop = loop;
    this.line = line;
  }

  /** Sends what is said above a number, and all that happens from now on. */
  Future<?> add(ConversationId conversation, long after) {
    remove(conversation);
    var most = console.settings().watches();
    if (all.size() >= most) {
      problem(
          DeskError.TOO_MANY_WATCHED,
          "at most " + most + " conversations are watched at once",
          conversation);
      return Future.succeededFuture();
    }
    var watch = new Watch(console, loop, line, conversation, after);
    all.put(conversation, watch);
    console.audience().join(conversation, watch);
    return refresh(Set.of(conversation)).onSuccess(_ -> began(conversation, watch));
  }

  private void began(ConversationId conversation, Watch watch) {
    if (all.get(conversation) == watch) {
      line.send(new DeskPush.Watching(conversation));
    }
  }

  void remove(ConversationId conversation) {
    var watch = all.remove(conversation);
    if (watch != null) {
      console.audience().leave(conversation, watch);
    }
  }

  void removeAll() {
    Set.copyOf(all.keySet()).forEach(this::remove);
  }

  /** Makes up for events that were lost. */
  Future<?> refresh() {
    return all.isEmpty() ? Future.succeededFuture() : refresh(Set.copyOf(all.keySet()));
  }

  /** The reader has caught up, or a reading has failed. */
  void catchUp() {
    all.values().forEach(Watch::catchUp);
  }

  /** True where the conversation is watched and this agent answers it. */
  boolean heldBy(String name, ConversationId conversation) {
    var watch = all.get(conversation);
    return watch != null && watch.heldBy(name);
  }

  private Future<?> refresh(Set<ConversationId> conversations) {
    return console
        .transcripts()
        .pulse(conversations)
        .onSuccess(
            found -> conversations.forEach(id -> stands(id, Optional.ofNullable(found.get(id)))))
        .onFailure(
            failure -> {
              LOG.warn("conversations could not be read for the desk", failure);
              line.send(Problem.of(DeskError.of(failure), "conversations could not be read"));
            });
  }

  private void stands(ConversationId conversation, Optional<Pulse> now) {
    var watch = all.get(conversation);
    if (watch != null) {
      now.ifPresentOrElse(watch::pulse, () -> missing(conversation));
    }
  }

  private void missing(ConversationId conversation) {
    remove(conversation);
    problem(DeskError.NOT_FOUND, "conversation " + conversation + " does not exist", conversation);
  }

  private void problem(DeskError code, String message, ConversationId conversation) {
    line.send(new Problem(code, message, Optional.empty(), Optional.of(conversation)));
  }
}
