package deskbell.training.neural;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ai.djl.engine.Engine;
import deskbell.neural.Torch;
import deskbell.neural.TransformerConfig;
import deskbell.neural.Weights;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AdamWTest {
  private static final TransformerConfig SIZE =
      new TransformerConfig(400, List.of("a", "b"), 8, 2, 8, 1, 1, 8, 8);
  private static final double DECAY = 0.1;
  private static final double RATE = 0.01;

  @ParameterizedTest
  @ValueSource(ints = {1, 2})
  void a_step_is_what_the_paper_says_and_norms_do_not_decay(int threads) {
    try (var scope = Torch.scope();
        var beside = new SecondThread(threads)) {
      var weights = Weights.random(SIZE, scope, 3);
      var optimiser = new AdamW(weights, scope, DECAY, Map.of(), beside);
      var matrix = weights.all().get("decoder.memory");
      var gain = weights.all().get("encoder.gain");
      float matrixBefore = matrix.toFloatArray()[0];

      try (var collector = Engine.getEngine("PyTorch").newGradientCollector()) {
        collector.backward(matrix.sum().mul(3).add(gain.sum()));
      }
      double values = matrix.size() * 9.0 + gain.size();
      assertThat(optimiser.length()).isCloseTo(Math.sqrt(values), within(1e-3));
      optimiser.step(0, RATE, 0.5);

      // the first step of Adam is the step size, whatever the gradient's length
      double expected = matrixBefore - RATE * DECAY * matrixBefore - RATE;
      assertThat((double) matrix.toFloatArray()[0]).isCloseTo(expected, within(1e-5));
      assertThat((double) gain.toFloatArray()[0]).isCloseTo(1 - RATE, within(1e-5));
      assertThat(optimiser.length()).isZero();
      assertThat(optimiser.memory().get("decoder.memory.mean")[0])
          .isCloseTo(0.1f * 1.5f, within(1e-5f));
    }
  }
}
