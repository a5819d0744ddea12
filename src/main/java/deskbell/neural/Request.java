package deskbell.neural;

import deskbell.conversation.Invalid;
import java.util.List;

/**
 * Something asked of the model. Equal requests have equal results.
 *
 * @param <T> what the answer is
 */
sealed interface Request<T> {
  /** Requests with the same key can be computed together. */
  Object key();

  /** Refuses who asks about nothing, before those are harmed whose requests are computed along. */
  private static void check(String text) {
    if (text.isBlank()) {
      throw new Invalid("text", "is blank");
    }
  }

  /** What does a text want? */
  record Intents(String text) implements Request<List<Float>> {
    public Intents {
      Request.check(text);
    }

    @Override
    public Object key() {
      return Task.INTENT;
    }
  }

  /** Which values stand in a text? */
  record Slots(String text) implements Request<List<Slot>> {
    public Slots {
      Request.check(text);
    }

    @Override
    public Object key() {
      return Task.SLOTS;
    }
  }

  /** Write on a prompt. */
  record Write(Task task, Prompt prompt, Limits limits) implements Request<Written> {
    @Override
    public Object key() {
      return List.of(task, limits);
    }
  }

  /** What is to be changed in a prompt, so that it stands alone? */
  record Revise(Prompt prompt, Limits limits) implements Request<List<Marked>> {
    @Override
    public Object key() {
      return List.of(Revise.class, limits);
    }
  }

  /** How likely is an answer? */
  record Score(Task task, Prompt prompt, String answer) implements Request<Double> {
    @Override
    public Object key() {
      return List.of(task);
    }
  }
}
