package deskbell.training.neural;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class HalvesTest {
  private static List<List<Integer>> halves(int... lengths) {
    var items = IntStream.of(lengths).mapToObj(n -> new Item(new int[n], new int[1])).toList();
    return Halves.of(items).stream()
        .map(half -> half.stream().map(item -> item.read().length).toList())
        .toList();
  }

  @Test
  void short_ones_and_long_ones_take_about_as_long() {
    assertThat(halves(9, 3, 3, 2, 3, 3)).containsExactly(List.of(2, 3, 3, 3, 3), List.of(9));
    assertThat(halves(5, 5, 5, 5)).containsExactly(List.of(5, 5), List.of(5, 5));
  }

  @Test
  void one_alone_stays_whole() {
    assertThat(halves(4)).containsExactly(List.of(4));
  }
}
