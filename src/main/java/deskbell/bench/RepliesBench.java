package deskbell.bench;

import deskbell.answering.Speaker;
import deskbell.answering.Spoken;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Measures how often a model's words are said, and whether any of those states what its facts do
 * not. Blocks as long as the model writes; one thread.
 */
public final class RepliesBench {
  private static final int EXAMPLES = 8;

  private final List<Answered> answered = new ArrayList<>();

  private record Answered(ReplyPrompt prompt, Spoken spoken) {
    String group() {
      return prompt.language().code() + " " + prompt.about();
    }

    boolean said(double from) {
      return spoken instanceof Spoken.Said(_, var score) && score >= from;
    }

    Optional<String> invented() {
      return spoken instanceof Spoken.Said(var text, _)
          ? LiteralCheck.invented(text, prompt.written())
          : Optional.empty();
    }
  }

  /**
   * Asks a speaker.
   *
   * @param speaker one that says what may be said, however unsure it is
   */
  public RepliesBench(Speaker speaker, Collection<ReplyPrompt> prompts) {
    for (var prompt : prompts) {
      answered.add(
          new Answered(prompt, speaker.speak(prompt.kind(), prompt.question(), prompt.written())));
    }
  }

  /**
   * The figures, a line each.
   *
   * @param sure from where the server believes the model; empty where it does not
   */
  public List<String> lines(Optional<Double> sure) {
    var lines = new ArrayList<String>();
    lines.add("prompts: " + answered.size());
    lines.add(
        sure.map(from -> "as the server believes the model, " + figures(answered, from))
            .orElse("the server believes none of what the model says"));
    lines.add("however unsure the model is, " + figures(answered, Double.NEGATIVE_INFINITY));
    var groups =
        answered.stream()
            .collect(Collectors.groupingBy(Answered::group, TreeMap::new, Collectors.toList()));
    groups.forEach(
        (group, own) ->
            lines.add(
                "  " + group + ", " + figures(own, Double.NEGATIVE_INFINITY) + refusals(own)));
    answered.stream()
        .filter(one -> one.invented().isPresent())
        .forEach(one -> lines.add("invented: " + example(one)));
    answered.stream()
        .filter(
            one -> one.spoken() instanceof Spoken.Kept(var why, _) && why == Spoken.Why.INVENTED)
        .limit(EXAMPLES)
        .forEach(one -> lines.add("refused: " + example(one)));
    return lines;
  }

  private static String figures(List<Answered> some, double from) {
    var said = some.stream().filter(one -> one.said(from)).toList();
    return String.format(
        Locale.ROOT,
        "%d: said shorter %.3f, invented facts in %d",
        some.size(),
        said.size() / (double) Math.max(1, some.size()),
        said.stream().filter(one -> one.invented().isPresent()).count());
  }

  private static String refusals(List<Answered> some) {
    return some.stream()
        .map(Answered::spoken)
        .filter(Spoken.Kept.class::isInstance)
        .map(kept -> ((Spoken.Kept) kept).why().name().toLowerCase(Locale.ROOT))
        .collect(Collectors.groupingBy(why -> why, TreeMap::new, Collectors.counting()))
        .entrySet()
        .stream()
        .map(entry -> ", " + entry.getKey() + " " + entry.getValue())
        .collect(Collectors.joining());
  }

  private static String example(Answered one) {
    var what =
        switch (one.spoken()) {
          case Spoken.Said(var text, _) -> one.invented().orElse("") + " in: " + text;
          case Spoken.Kept(_, var detail) -> detail;
          case Spoken.Silent() -> "";
        };
    return one.prompt().question() + " → " + what;
  }
}
