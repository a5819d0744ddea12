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
 * Measures how often answers are said shorter, how often in a model's words, and whether any of
 * those states what its facts do not. Blocks as long as the model computes; one thread.
 */
public final class RepliesBench {
  private static final int EXAMPLES = 8;

  private final List<Answered> answered = new ArrayList<>();

  private record Answered(ReplyPrompt prompt, Spoken spoken) {
    String group() {
      return prompt.language().code() + " " + prompt.about();
    }

    boolean said(Spoken.Words words) {
      return spoken instanceof Spoken.Said(_, var whose, _) && whose == words;
    }

    Optional<String> invented() {
      return spoken instanceof Spoken.Said(var text, _, _)
          ? LiteralCheck.invented(text, prompt.written())
          : Optional.empty();
    }
  }

  /** Asks a speaker. */
  public RepliesBench(Speaker speaker, Collection<ReplyPrompt> prompts) {
    for (var prompt : prompts) {
      answered.add(new Answered(prompt, prompt.said(speaker)));
    }
  }

  /** The figures, a line each. */
  public List<String> lines() {
    var lines = new ArrayList<String>();
    lines.add(figures(answered));
    answered.stream()
        .collect(Collectors.groupingBy(Answered::group, TreeMap::new, Collectors.toList()))
        .forEach((group, own) -> lines.add("  " + group + ", " + figures(own) + kept(own)));
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

  private static String figures(List<Answered> some) {
    return String.format(
        Locale.ROOT,
        "%d: in the model's words %.3f, a part as it is written %.3f, invented facts in %d",
        some.size(),
        share(some, Spoken.Words.MODEL),
        share(some, Spoken.Words.ARTICLE),
        some.stream().filter(one -> one.invented().isPresent()).count());
  }

  private static double share(List<Answered> some, Spoken.Words words) {
    return some.stream().filter(one -> one.said(words)).count() / (double) Math.max(1, some.size());
  }

  private static String kept(List<Answered> some) {
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
          case Spoken.Said(var text, _, _) -> one.invented().orElse("") + " in: " + text;
          case Spoken.Kept(_, var detail) -> detail;
          case Spoken.Silent() -> "";
        };
    return one.prompt().question() + " → " + what;
  }
}
