package deskbell.training.material;

import deskbell.answering.Speaker;
import deskbell.answering.Spoken;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;

/**
 * How often answers are said shorter, and rightly.
 *
 * @param questions whose short answer people wrote
 * @param model of these, how many a model answered in its own words
 * @param modelRight of these, how many rightly
 * @param part how many were answered by a part of what is written
 * @param partRight of these, how many by the right part
 */
public record ReplyAccuracy(int questions, int model, int modelRight, int part, int partRight) {
  /** Of these questions. Blocks as long as the speaker does. */
  public static ReplyAccuracy of(List<ShortAnswer> answers, Speaker speaker) {
    var all = new EnumMap<Spoken.Words, Integer>(Spoken.Words.class);
    var right = new EnumMap<Spoken.Words, Integer>(Spoken.Words.class);
    for (var answer : answers) {
      if (answer.said(speaker) instanceof Spoken.Said said) {
        all.merge(said.words(), 1, Integer::sum);
        right.merge(said.words(), answer.isRight(said) ? 1 : 0, Integer::sum);
      }
    }
    return new ReplyAccuracy(
        answers.size(),
        all.getOrDefault(Spoken.Words.MODEL, 0),
        right.getOrDefault(Spoken.Words.MODEL, 0),
        all.getOrDefault(Spoken.Words.ARTICLE, 0),
        right.getOrDefault(Spoken.Words.ARTICLE, 0));
  }

  @Override
  public String toString() {
    return String.format(
        Locale.ROOT,
        "%d questions: in the model's words %.3f, of these right %.3f; a part as it is written"
            + " %.3f, of these right %.3f",
        questions,
        share(model, questions),
        share(modelRight, model),
        share(part, questions),
        share(partRight, part));
  }

  private static double share(int some, int of) {
    return some / (double) Math.max(1, of);
  }
}
