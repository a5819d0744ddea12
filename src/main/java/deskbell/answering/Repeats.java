package deskbell.answering;

import deskbell.conversation.Choice;
import deskbell.conversation.Language;
import deskbell.conversation.Message;
import deskbell.conversation.Reply;
import deskbell.conversation.Sender;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Nobody hears the same three times in a row: what the two answers before this one have said
 * already is said with the admission that it leads nowhere, and with the offer of a person. Pure.
 */
final class Repeats {
  private Repeats() {}

  /** The answer, mended where it would say something a third time. */
  static Answer mended(Answer answer, Turn turn, Language language) {
    var twice = twice(turn.recent());
    if (answer.handover().isPresent()
        || answer.replies().stream().map(Reply::text).noneMatch(twice::contains)) {
      return answer;
    }
    var replies =
        answer.replies().stream()
            .map(reply -> twice.contains(reply.text()) ? again(reply, language) : reply)
            .toList();
    var trace = Stream.concat(answer.trace().stream(), Stream.of("said twice already")).toList();
    return new Answer(
        replies, answer.memory(), answer.handover(), trace, answer.told(), answer.moves());
  }

  private static Reply again(Reply reply, Language language) {
    var choices = new ArrayList<>(reply.choices());
    if (choices.stream().map(Choice::value).noneMatch(Decider.PERSON::equals)) {
      choices.add(Phrases.person(language));
    }
    return new Reply(
        Phrases.text("again", language, reply.text()), choices, reply.cards(), reply.source());
  }

  /** What both of the last two answers have said. */
  private static Set<String> twice(List<Message> recent) {
    var last = new HashSet<String>();
    var before = new HashSet<String>();
    int shoppers = 0;
    for (var message : recent.reversed()) {
      if (message.from() == Sender.SHOPPER) {
        shoppers++;
      } else if (message.from() == Sender.BOT && shoppers < 2) {
        (shoppers == 0 ? last : before).add(message.text());
      }
    }
    last.retainAll(before);
    return last;
  }
}
