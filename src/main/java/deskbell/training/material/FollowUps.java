package deskbell.training.material;

import deskbell.conversation.Language;
import deskbell.training.material.FrameLine.Ask;
import deskbell.understanding.EndMark;
import deskbell.understanding.LeadWords;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeSet;
import java.util.regex.Matcher;

/**
 * Composes pairs of follow-ups and what they mean alone, by four rules that leave no choice: the
 * last question with another value in it, the follow-up with what it refers to, both joined, or the
 * follow-up as it is. One seed gives the same pairs. One thread.
 */
final class FollowUps {
  /** Of a hundred pairs, so many are of each rule; the rest stand alone. */
  private static final int SUBSTITUTED = 32;

  private static final int REFERRING = 30;
  private static final int JOINED = 14;

  /** Of a hundred, so many come after another question, or refer over one. */
  private static final int EARLIER = 35;

  private static final int CHAINED = 25;
  private static final int UNMARKED = 30;

  private static final Map<Language, String> JOINT = Map.of(Language.EN, ", ", Language.ZH, "，");

  private final Frames frames;
  private final Language language;
  private final int invented;
  private final Random random;
  private final List<Ask> substitutable;
  private final List<Ask> referable;
  private final List<Ask> joinable;
  private final List<String> topics;

  /**
   * Composes of these frames.
   *
   * @param invented of a hundred values, so many are {@linkplain InventedNames invented}
   */
  FollowUps(Frames frames, Language language, int invented, long seed) {
    this.frames = frames;
    this.language = language;
    this.invented = invented;
    random = new Random(seed);
    substitutable = frames.asking(frames.instead());
    referable = frames.naming(frames.about());
    joinable =
        frames.asks().stream().filter(ask -> frames.more().containsKey(ask.topic())).toList();
    topics = List.copyOf(new TreeSet<>(frames.more().keySet()));
  }

  /** A pair. */
  Rewriting next() {
    int drawn = random.nextInt(100);
    if (drawn < SUBSTITUTED && !substitutable.isEmpty()) {
      return substituted();
    }
    if (drawn < SUBSTITUTED + REFERRING && !referable.isEmpty()) {
      return referring();
    }
    if (drawn < SUBSTITUTED + REFERRING + JOINED && !joinable.isEmpty()) {
      return !frames.said().isEmpty() && random.nextBoolean()
          ? joined(one(frames.said()), one(topics))
          : joined(one(joinable));
    }
    return standing();
  }

  private Rewriting substituted() {
    var ask = one(substitutable);
    var slot = oneOf(ask, frames.instead());
    var values = new HashMap<String, String>();
    var question = unmarked(ask.text());
    var history = asked(question, values);
    var first = values.get(slot);
    boolean chained = chance(CHAINED);
    if (chained) {
      history.add(follow(slot, another(slot, first), values));
    }
    var follow = follow(slot, another(slot, values.get(slot)), values);
    int turn = chained ? 2 : 1;
    return Rewriting.of(language, history, follow, filled(question, values))
        .changedIn(turn, first, values.get(slot));
  }

  /** The follow-up that asks for another value. */
  private String follow(String slot, String value, Map<String, String> values) {
    values.put(slot, value);
    return unmarked(filled(one(frames.instead().get(slot)), values));
  }

  private Rewriting referring() {
    var ask = one(referable);
    var slot = oneOf(ask, frames.about());
    var values = new HashMap<String, String>();
    var history = asked(unmarked(ask.text()), values);
    var about = frames.about().get(slot);
    if (chance(CHAINED)) {
      history.add(unmarked(one(one(about).follow())));
    }
    var chosen = one(about);
    var follow = unmarked(one(chosen.follow()));
    return Rewriting.of(language, history, follow, filled(chosen.alone(), values))
        .changedIn(0, values.get(slot));
  }

  private Rewriting joined(Ask ask) {
    return joined(filled(ask.text()), ask.topic());
  }

  private Rewriting joined(String question, String topic) {
    var history = asked(unmarked(question), new HashMap<>());
    var follow = unmarked(filled(one(frames.more().get(topic)), new HashMap<>()));
    return Rewriting.of(
        language,
        history,
        follow,
        EndMark.without(question) + JOINT.get(language) + LeadWords.without(follow));
  }

  private Rewriting standing() {
    var history = asked(unmarked(whole()), new HashMap<>());
    var text = unmarked(random.nextBoolean() ? filled(one(frames.alone())) : whole());
    return Rewriting.of(language, history, text, text);
  }

  /** A whole question. */
  private String whole() {
    return !frames.said().isEmpty() && random.nextBoolean()
        ? one(frames.said())
        : filled(one(frames.asks()).text());
  }

  /** A question, at times after another. */
  private List<String> asked(String question, Map<String, String> values) {
    var history = new ArrayList<String>();
    if (chance(EARLIER)) {
      history.add(unmarked(whole()));
    }
    history.add(filled(question, values));
    return history;
  }

  private String unmarked(String text) {
    var without = EndMark.without(text);
    return chance(UNMARKED) && !without.isBlank() ? without : text;
  }

  /** The text with values of its own. */
  private String filled(String text) {
    return filled(text, new HashMap<>());
  }

  /** The text with values, drawn where a slot has none yet. */
  private String filled(String text, Map<String, String> values) {
    return FrameLine.SLOT
        .matcher(text)
        .replaceAll(
            hit -> Matcher.quoteReplacement(values.computeIfAbsent(hit.group(1), this::value)));
  }

  private String value(String slot) {
    var known = frames.values().get(slot);
    return invented > 0 && chance(invented)
        ? InventedNames.of(one(known), one(known), random)
        : one(known);
  }

  private String another(String slot, String than) {
    var other = value(slot);
    return other.equals(than) ? another(slot, than) : other;
  }

  private String oneOf(Ask ask, Map<String, ?> slots) {
    return one(FrameLine.slots(ask.text()).stream().filter(slots::containsKey).toList());
  }

  private boolean chance(int ofHundred) {
    return random.nextInt(100) < ofHundred;
  }

  private <T> T one(List<T> of) {
    return of.get(random.nextInt(of.size()));
  }
}
