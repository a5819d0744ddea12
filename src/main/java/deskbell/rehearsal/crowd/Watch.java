package deskbell.rehearsal.crowd;

import deskbell.answering.Answer;
import deskbell.conversation.Choice;
import deskbell.conversation.Reply;
import deskbell.conversation.Source;
import deskbell.rehearsal.Witness;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Watches over one conversation: what must never happen in any. Belongs to one thread.
 *
 * <p>An answer is an article, or words of the bot's own that ask nothing back. A text counts as
 * said three times where it is part of three answers in a row.
 */
final class Watch {
  /** Turns without an answer, an end or a person at most. */
  static final int MOST_FRUITLESS = 25;

  private static final Pattern UNFILLED =
      Pattern.compile("\\[\\[|\\]\\]|\\{(?:\\d|[a-z]{2,}[^}]*)\\}|\\bnull\\b");

  private final Witness witness;
  private Set<String> before = Set.of();
  private Set<String> twice = Set.of();
  private int fruitless;
  private int longest;

  Watch(Witness witness) {
    this.witness = witness;
  }

  /** What is wrong with an answer; empty where nothing is. */
  Optional<String> wrong(Answer answer) {
    if (answer.replies().isEmpty()) {
      return Optional.of("no reply");
    }
    fruitless = fruitful(answer) ? 0 : fruitless + 1;
    longest = Math.max(longest, fruitless);
    return answer.replies().stream()
        .flatMap(reply -> wrong(reply).stream())
        .findFirst()
        .or(() -> thrice(answer))
        .or(
            () ->
                fruitless > MOST_FRUITLESS
                    ? Optional.of(fruitless + " turns without an answer, an end or a person")
                    : Optional.empty());
  }

  /** The most turns in a row without an answer, an end or a person. */
  int longest() {
    return longest;
  }

  private boolean fruitful(Answer answer) {
    return answer.handover().isPresent()
        || !witness.ended().isEmpty()
        || answer.replies().stream().anyMatch(Watch::answers);
  }

  private static boolean answers(Reply reply) {
    return reply
        .source()
        .map(source -> source.kind() != Source.Kind.FLOW)
        .orElse(reply.choices().isEmpty());
  }

  private static Optional<String> wrong(Reply reply) {
    if (reply.text().isBlank()) {
      return Optional.of("an empty reply");
    }
    if (UNFILLED.matcher(reply.text()).find()) {
      return Optional.of("a blank that nothing fills: " + reply.text());
    }
    var values = reply.choices().stream().map(Choice::value).toList();
    return values.size() == new HashSet<>(values).size()
        ? Optional.empty()
        : Optional.of("two buttons of one value: " + values);
  }

  private Optional<String> thrice(Answer answer) {
    var now = answer.replies().stream().map(Reply::text).collect(Collectors.toSet());
    var again = now.stream().filter(twice::contains).findFirst();
    twice = now.stream().filter(before::contains).collect(Collectors.toSet());
    before = now;
    return again.map(text -> "three times the same: " + text);
  }
}
