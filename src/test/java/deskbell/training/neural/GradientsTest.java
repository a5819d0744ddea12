package deskbell.training.neural;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import deskbell.neural.Task;
import deskbell.neural.Torch;
import deskbell.neural.TransformerConfig;
import deskbell.neural.Weights;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class GradientsTest {
  private static final TransformerConfig SIZE =
      new TransformerConfig(400, List.of("a", "b"), 8, 2, 8, 1, 1, 8, 8);
  private static final List<Item> ITEMS =
      List.of(
          new Item(new int[] {300, 301}, new int[] {310, 3}),
          new Item(new int[] {302, 303, 304}, new int[] {311, 312, 3}));

  /** The loss of lessons and how long the gradient of it is. */
  private record Found(double loss, double length) {}

  private static Found found(int threads, double dropout, List<List<Item>> lessons) {
    var settings = new TransformerSettings(1, 8, 1, 0, 0, 1, 0.1, dropout, 0, 0, 1, 11, threads);
    try (var scope = Torch.scope();
        var beside = new SecondThread(threads)) {
      var weights = Weights.random(SIZE, scope, 3);
      var optimiser = new AdamW(weights, scope, 0, Map.of(), beside);
      var gradients = new Gradients(scope, weights, settings, beside);
      double loss = 0;
      for (var items : lessons) {
        loss += gradients.add(Task.REWRITE, items, 5);
      }
      return new Found(loss, optimiser.length());
    }
  }

  @Test
  void two_threads_find_what_one_finds() {
    var alone = found(1, 0.2, List.of(ITEMS));

    assertThat(found(2, 0.2, List.of(ITEMS))).isEqualTo(alone);
    assertThat(alone.length()).isPositive();
  }

  @Test
  void the_loss_is_the_mean_of_all_tokens_written() {
    double first = found(1, 0, List.of(ITEMS.subList(0, 1))).loss();
    double second = found(1, 0, List.of(ITEMS.subList(1, 2))).loss();

    double mean = (2 * first + 3 * second) / 5;
    assertThat(found(1, 0, List.of(ITEMS)).loss()).isCloseTo(mean, within(1e-5));
  }
}
