package deskbell.neural;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/**
 * A long run on the shipped model: {@code -Ddeskbell.soak=100000} requests, one in fifty of which
 * is for a text to be written. No two texts are alike, so that none is answered from memory.
 */
@EnabledIfSystemProperty(named = "deskbell.soak", matches = "[1-9]\\d*")
class NeuralSoakTest {
  private static final Limits LIMITS = new Limits(1, 64, 1, 4);

  private static final NeuralSettings PATIENT =
      new NeuralSettings(256, 32, Duration.ofMinutes(5), 4_096, 1);
  private static final int LOOKS = 20;
  private static final int TOGETHER = 64;
  private static final int WRITTEN = 50;

  /** Megabytes that what the engine keeps for reuse may differ by. */
  private static final double MOST_GROWN = 40;

  @Test
  void resident_memory_stays_flat_over_many_requests() {
    int each = Integer.getInteger("deskbell.soak") / LOOKS;
    var seen = new double[LOOKS];
    try (var service = new NeuralService(NeuralModel.open(Optional.empty()), PATIENT)) {
      for (int look = 0; look < LOOKS; look++) {
        long start = System.nanoTime();
        ask(service, each * look, each * (look + 1));
        double seconds = (System.nanoTime() - start) / 1e9;
        seen[look] = ResidentMemory.bytes() / 1e6;
        System.out.printf(
            "%,d requests: %.0f MB resident, %.0f/s%n",
            each * (look + 1), seen[look], each / seconds);
      }
    }
    int warm = LOOKS / 5;
    int middle = (warm + LOOKS) / 2;
    var before = Arrays.stream(seen, warm, middle).summaryStatistics();
    var after = Arrays.stream(seen, middle, LOOKS).summaryStatistics();
    assertThat(after.getMin() - before.getMin()).as("MB grown").isLessThan(MOST_GROWN);
    assertThat(after.getMax() - before.getMax()).as("MB grown, peaks").isLessThan(MOST_GROWN);
  }

  private static void ask(NeuralService service, int from, int to) {
    for (int first = from; first < to; first += TOGETHER) {
      CompletableFuture.allOf(
              IntStream.range(first, Math.min(to, first + TOGETHER))
                  .mapToObj(number -> ask(service, number))
                  .toArray(CompletableFuture<?>[]::new))
          .join();
    }
  }

  private static CompletableFuture<?> ask(NeuralService service, int number) {
    var text = "where is order " + number + (number % 3 == 0 ? ", it should be here" : "");
    return number % WRITTEN == 0
        ? service.write(Task.REPLY, Prompt.of(text), LIMITS)
        : service.intents(number % 2 == 0 ? text : "订单" + number + "到哪里了");
  }
}
