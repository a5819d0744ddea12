package deskbell.rehearsal;

import deskbell.dialog.flow.Conversation;
import deskbell.dialog.flow.Conversation.Line;
import deskbell.dialog.flow.Place;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The lines of a conversation: those of the shopper one after the other, and what is written to
 * happen until the shopper's next one. Belongs to one thread.
 */
final class Script {
  private final Conversation conversation;
  private final List<Line> expected = new ArrayList<>();
  private int next;

  Script(Conversation conversation) {
    this.conversation = conversation;
  }

  /** The shopper's next line, left where it is. */
  Optional<Line> peek() {
    return next < conversation.lines().size()
        ? Optional.of(conversation.lines().get(next))
        : Optional.empty();
  }

  /** Takes the shopper's next line, and with it what is to follow. */
  void take() {
    next++;
    while (peek().filter(line -> !shoppers(line)).isPresent()) {
      expected.add(peek().get());
      next++;
    }
  }

  private static boolean shoppers(Line line) {
    return switch (line) {
      case Conversation.Shopper _, Conversation.Presses _, Conversation.Silence _ -> true;
      case Conversation.Bot _, Conversation.Shop _, Conversation.Aside _ -> false;
      case Conversation.Ends _, Conversation.HandsOver _ -> false;
    };
  }

  /** Where the conversation is. */
  Place place() {
    return expected.stream()
        .findFirst()
        .or(this::peek)
        .map(Line::place)
        .orElse(conversation.place());
  }

  /** The answer to a call, which must be the next one that is written. */
  Conversation.Shop called(String operation, Map<String, String> arguments) {
    var call =
        taken(Conversation.Shop.class)
            .orElseThrow(
                () ->
                    new Mismatch(
                        place(),
                        "here the flow calls "
                            + operation
                            + " "
                            + arguments
                            + ", which is not written"));
    same(call.place(), "call", call.operation(), operation);
    call.with().ifPresent(with -> same(call.place(), "with", new TreeMap<>(with), arguments));
    return call;
  }

  /** The written lines of what the bot says, compared with all that it has said. */
  void said(List<String> words) {
    for (var bot = taken(Conversation.Bot.class);
        bot.isPresent();
        bot = taken(Conversation.Bot.class)) {
      for (var fragment : bot.get().fragments()) {
        if (words.stream().noneMatch(said -> said.contains(fragment))) {
          throw new Mismatch(bot.get().place(), "the bot doesn't say \"" + fragment + "\"");
        }
      }
    }
  }

  /** The written line of a handover, which must be there. */
  void handsOver(String reason) {
    var line =
        taken(Conversation.HandsOver.class)
            .orElseThrow(() -> notWritten("the bot hands over: " + reason));
    same(line.place(), "reason", line.reason(), reason);
  }

  /** The written line of what is answered beside the flow, which must be there. */
  void aside(String intent) {
    var line =
        taken(Conversation.Aside.class).orElseThrow(() -> notWritten("the message is " + intent));
    same(line.place(), "aside", line.intent(), intent);
  }

  /** The written results of flows, in the order in which the flows have ended. */
  void ended(List<String> results) {
    var left = new ArrayList<>(results);
    for (var end = taken(Conversation.Ends.class);
        end.isPresent();
        end = taken(Conversation.Ends.class)) {
      if (!left.remove(end.get().result())) {
        throw new Mismatch(
            end.get().place(), "result is " + results + ", not " + end.get().result());
      }
    }
  }

  /** What is written to have happened by now and did not. */
  Optional<Line> unmet() {
    return expected.stream().findFirst();
  }

  private Mismatch notWritten(String happened) {
    return new Mismatch(place(), "here " + happened + ", which is not written");
  }

  private <T extends Line> Optional<T> taken(Class<T> kind) {
    var line = expected.stream().filter(kind::isInstance).findFirst();
    line.ifPresent(expected::remove);
    return line.map(kind::cast);
  }

  private static void same(Place place, String what, Object written, Object happened) {
    if (!written.equals(happened)) {
      throw new Mismatch(place, what + " is " + happened + ", not " + written);
    }
  }
}
