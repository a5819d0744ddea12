package deskbell.handoff;

import deskbell.conversation.ConversationId;
import deskbell.conversation.Language;
import deskbell.conversation.Mode;
import io.vertx.core.Future;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * All conversations, to look back at. Every method fails with {@link
 * deskbell.conversation.Unavailable} when the database does not answer in time.
 */
public interface Archive {
  /** Messages by which a page of a search is found, at most: the newest. */
  int NEWEST = 2_000;

  /**
   * What is looked for; an empty one is no condition.
   *
   * @param words all must be in one message; two Chinese characters are enough
   * @param handled who answered
   * @param from the earliest time, and {@code before} the latest, exclusive: of the message where
   *     there are words, else of the conversation's beginning
   * @param latest the same for the first page of a search by words, where this is a later one: what
   *     has them between {@code before} and then was found there
   */
  record Query(
      Optional<String> words,
      Optional<Language> language,
      Optional<Handled> handled,
      Optional<Judged> judged,
      Optional<Instant> from,
      Optional<Instant> before,
      Optional<Instant> latest) {
    /** The first page. */
    public Query(
        Optional<String> words,
        Optional<Language> language,
        Optional<Handled> handled,
        Optional<Judged> judged,
        Optional<Instant> from,
        Optional<Instant> before) {
      this(words, language, handled, judged, from, before, Optional.empty());
    }

    /** The same, not looked for before then. */
    public Query since(Instant earliest) {
      return new Query(words, language, handled, judged, Optional.of(earliest), before, latest);
    }
  }

  /** Who answered a conversation. */
  enum Handled {
    /** The bot alone. */
    BOT,
    /** A person, or one was asked for. */
    PERSON
  }

  /** What the shopper thought of it. */
  enum Judged {
    /** Helpful, or four or five stars. */
    GOOD,
    /** Not helpful, or one or two stars. */
    BAD
  }

  /**
   * A conversation that was found.
   *
   * @param at when what was found was said, or when the conversation began
   * @param text what was found, or its first words, shortened
   * @param agent who answered last, if a person did
   * @param score what the shopper gave the whole conversation, 1 to 5
   * @param helpful how many answers helped, and {@code unhelpful} how many did not
   */
  record Found(
      ConversationId conversation,
      Mode mode,
      Language language,
      Instant at,
      String text,
      Optional<String> agent,
      Optional<Integer> score,
      int helpful,
      int unhelpful) {}

  /** What is found, newest first, {@code limit} at most. */
  Future<List<Found>> search(Query query, int limit);

  /** Makes what was said lately findable; the number of messages, 0 where there was nothing new. */
  Future<Integer> takeIn(int most);
}
