package deskbell.training.material;

import deskbell.conversation.Language;
import deskbell.neural.PlainText;
import deskbell.understanding.EndMark;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;

/**
 * How often follow-ups are rewritten word for word as they should be, in their plain form and
 * without the mark at the end.
 *
 * @param pairs that were asked
 * @param exact share that came out as written down
 * @param copied share that would have come out so without any rewriting
 */
public record RewriteAccuracy(int pairs, double exact, double copied) {
  /** Rewrites every pair and compares. */
  public static RewriteAccuracy of(List<Rewriting> pairs, Function<Rewriting, String> rewriter) {
    return new RewriteAccuracy(pairs.size(), share(pairs, rewriter), share(pairs, Rewriting::text));
  }

  /** One line a language. */
  public static List<String> lines(List<Rewriting> pairs, Function<Rewriting, String> rewriter) {
    return EnumSet.allOf(Language.class).stream()
        .map(
            language -> {
              var own = pairs.stream().filter(pair -> pair.language() == language).toList();
              return language.code() + ": " + of(own, rewriter);
            })
        .toList();
  }

  private static double share(List<Rewriting> pairs, Function<Rewriting, String> rewriter) {
    return pairs.stream()
        .mapToInt(pair -> bare(rewriter.apply(pair)).equals(bare(pair.alone())) ? 1 : 0)
        .average()
        .orElse(0);
  }

  /** A text without what does not count. */
  static String bare(String text) {
    return EndMark.without(PlainText.of(text)).strip();
  }

  @Override
  public String toString() {
    return String.format(
        Locale.ROOT,
        "%,d follow-ups, %.3f rewritten as they should be, %.3f if left as they are",
        pairs,
        exact,
        copied);
  }
}
