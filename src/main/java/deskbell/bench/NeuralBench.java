package deskbell.bench;

import deskbell.neural.Limits;
import deskbell.neural.NeuralModel;
import deskbell.neural.NeuralService;
import deskbell.neural.NeuralSettings;
import deskbell.neural.Prompt;
import deskbell.neural.Task;
import deskbell.neural.Torch;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Semaphore;
import java.util.stream.IntStream;

/**
 * Measures how fast the Transformer answers, beside the bare matrix products of the same shapes in
 * the same run.
 *
 * @param texts what is asked, in its plain form; each is asked once, so that no result is
 *     remembered
 */
public record NeuralBench(Optional<Path> model, List<String> texts) {
  private static final int[] TOGETHER = {1, 8, 32};
  private static final int LONGEST = 32;
  private static final int WRITTEN = 16;
  private static final int TYPICAL_TOKENS = 12;

  public NeuralBench {
    texts = List.copyOf(texts);
  }

  /** The figures, a line each. */
  public List<String> run() {
    Torch.threads(NeuralSettings.DEFAULTS.threads());
    var lines = new ArrayList<String>();
    for (int together : TOGETHER) {
      lines.add(intents(together));
    }
    try (var opened = NeuralModel.open(model)) {
      for (int together : TOGETHER) {
        lines.add(decoding(opened, together));
      }
    }
    return lines;
  }

  private String intents(int together) {
    var settings =
        new NeuralSettings(
            Math.max(2, together),
            together,
            NeuralSettings.DEFAULTS.limit(),
            1,
            NeuralSettings.DEFAULTS.threads());
    var opened = NeuralModel.open(model);
    var size = opened.config();
    try (var service = new NeuralService(opened, settings)) {
      var durations = new Percentiles();
      ask(service, together, new Percentiles());
      long start = System.nanoTime();
      ask(service, together, durations);
      double seconds = (System.nanoTime() - start) / 1e9;
      double rate = durations.count() / seconds;
      double bare = together / BareProducts.intents(size, together, TYPICAL_TOKENS);
      return String.format(
          Locale.ROOT,
          "intents, %2d waiting: %,6.0f/s, p50 %5.1f ms, p99 %5.1f ms; %.2f of the bare products'"
              + " speed (%,.0f/s at %d tokens)",
          together,
          rate,
          durations.milliseconds(0.5),
          durations.milliseconds(0.99),
          rate / bare,
          bare,
          TYPICAL_TOKENS);
    }
  }

  /** Keeps so many requests waiting until every text was asked. */
  private void ask(NeuralService service, int together, Percentiles durations) {
    var free = new Semaphore(together);
    var asked = new ArrayList<CompletableFuture<List<Float>>>();
    for (var text : texts) {
      free.acquireUninterruptibly();
      long start = System.nanoTime();
      asked.add(
          service
              .intents(text)
              .whenComplete(
                  (_, _) -> {
                    durations.add((System.nanoTime() - start) / 1_000);
                    free.release();
                  }));
    }
    asked.forEach(CompletableFuture::join);
  }

  private String decoding(NeuralModel opened, int together) {
    var limits = new Limits(LONGEST, LONGEST, 1, 0);
    write(opened, together, limits);
    long start = System.nanoTime();
    int tokens = write(opened, together, limits);
    double seconds = (System.nanoTime() - start) / 1e9;
    double bare = together / BareProducts.step(opened.config(), together, TYPICAL_TOKENS, WRITTEN);
    return String.format(
        Locale.ROOT,
        "decoding, batch %2d: %,6.0f tokens/s, %.2f ms a step; %.2f of the bare products' speed"
            + " (%,.0f tokens/s)",
        together,
        tokens / seconds,
        1_000 * seconds * together / tokens,
        tokens / seconds / bare,
        bare);
  }

  private int write(NeuralModel opened, int together, Limits limits) {
    var prompts = texts.stream().limit(Math.max(together, 96)).map(Prompt::of).toList();
    return IntStream.iterate(0, from -> from + together <= prompts.size(), from -> from + together)
        .mapToObj(from -> prompts.subList(from, from + together))
        .flatMap(some -> opened.write(Task.REPLY, some, limits).stream())
        .mapToInt(written -> written.tokens())
        .sum();
  }
}
