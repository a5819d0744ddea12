package deskbell.neural;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class DropoutTest {
  private static final Shape SIZE = new Shape(50, 40);

  private final NDManager scope = Torch.scope();
  private final Dropout dropout = new Dropout(Dropout.marks(scope, 0.2, 2_000, 3));

  @AfterEach
  void close() {
    scope.close();
  }

  private float[] forgotten(long seed) {
    dropout.seed(seed);
    return dropout.of(scope.ones(SIZE)).toFloatArray();
  }

  @Test
  void a_share_is_forgotten_and_the_rest_is_enlarged() {
    var left = forgotten(1);

    assertThat(left).containsOnly(0, 1.25f);
    double mean = IntStream.range(0, left.length).mapToDouble(i -> left[i]).average().orElse(0);
    assertThat(mean).isCloseTo(1, within(0.05));
  }

  @Test
  void the_same_seed_forgets_the_same_and_another_something_else() {
    assertThat(forgotten(1)).isEqualTo(forgotten(1)).isNotEqualTo(forgotten(2));
  }

  @Test
  void each_layer_forgets_something_else() {
    dropout.seed(1);
    var first = dropout.of(scope.ones(SIZE)).toFloatArray();

    assertThat(dropout.of(scope.ones(SIZE)).toFloatArray()).isNotEqualTo(first);
  }
}
