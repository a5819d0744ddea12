package deskbell.neural;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class TransformerTest {
  private static final float NEAR = 1e-4f;

  private NDManager scope;
  private Transformer transformer;

  @BeforeEach
  void open() {
    scope = Torch.scope();
    transformer = Transformer.of(SmallTransformer.weights(scope));
  }

  @AfterEach
  void close() {
    scope.close();
  }

  private Writing begin(boolean stepwise, int[]... rows) {
    return transformer.begin(Batch.of(scope, List.of(rows)), stepwise);
  }

  private NDArray ids(int[]... rows) {
    return Batch.ids(scope, List.of(rows));
  }

  @Test
  void what_goes_in_comes_out_in_the_shapes_that_are_written_beside_it() {
    var writing = begin(false, new int[] {300, 301, 302}, new int[] {303, 304, 305});
    var vectors = transformer.write(ids(new int[] {4, 310}, new int[] {4, 311}), writing);

    assertThat(vectors.getShape().getShape()).containsExactly(2, 2, 16);
    assertThat(transformer.pieces(vectors).getShape().getShape()).containsExactly(2, 2, 400);
    assertThat(transformer.intents(vectors).getShape().getShape()).containsExactly(2, 2, 3);
    assertThat(transformer.places(vectors, writing).getShape().getShape()).containsExactly(2, 2, 3);
    assertThat(transformer.vocabulary(vectors).getShape().getShape()).containsExactly(2, 2, 1);
  }

  @Test
  void token_by_token_gives_what_all_at_once_gives() {
    int[] read = {300, 301, 302, 303};
    int[] written = {4, 310, 311, 312, 313};
    var whole = transformer.write(ids(written), begin(false, read)).toFloatArray();

    var stepwise = begin(true, read);
    for (int i = 0; i < written.length; i++) {
      var step = transformer.write(ids(new int[] {written[i]}), stepwise).toFloatArray();
      for (int k = 0; k < step.length; k++) {
        assertThat(step[k]).isCloseTo(whole[i * step.length + k], within(NEAR));
      }
    }
  }

  @Test
  void a_shorter_text_is_read_alike_beside_a_longer_one() {
    int[] shorter = {300, 301};
    var start = new int[] {4};
    var alone = transformer.write(ids(start), begin(true, shorter)).toFloatArray();
    var beside =
        transformer
            .write(ids(start, start), begin(true, shorter, new int[] {302, 303, 304, 305, 306}))
            .toFloatArray();

    for (int k = 0; k < alone.length; k++) {
      assertThat(beside[k]).isCloseTo(alone[k], within(NEAR));
    }
  }

  @Test
  void what_was_read_in_another_order_is_another_text() {
    var start = ids(new int[] {4});
    var weights = SmallTransformer.weights(scope);
    var distances = weights.get("encoder.distance");
    var values = new float[(int) distances.size()];
    for (int i = 0; i < values.length; i++) {
      values[i] = i % 7;
    }
    distances.set(values);
    transformer = Transformer.of(weights);
    var there = transformer.write(start, begin(true, new int[] {300, 301, 302})).toFloatArray();
    var back = transformer.write(start, begin(true, new int[] {302, 301, 300})).toFloatArray();

    assertThat(back[0]).isNotCloseTo(there[0], within(NEAR));
  }

  @Test
  void rows_that_are_kept_go_on_as_if_they_were_alone() {
    int[] first = {300, 301, 302};
    int[] second = {303, 304, 305};
    var start = new int[] {4};
    var alone = begin(true, second);
    transformer.write(ids(start), alone);
    var expected = transformer.write(ids(new int[] {310}), alone).toFloatArray();

    var both = begin(true, first, second);
    transformer.write(ids(start, start), both);
    both.keep(1);
    var kept = transformer.write(ids(new int[] {310}), both).toFloatArray();

    for (int k = 0; k < expected.length; k++) {
      assertThat(kept[k]).isCloseTo(expected[k], within(NEAR));
    }
  }
}
