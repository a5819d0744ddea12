package deskbell.training.neural;

import static org.assertj.core.api.Assertions.assertThat;

import deskbell.neural.Pieces;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class CorruptionTest {
  @Test
  void what_was_taken_out_fits_back_into_the_gaps() {
    for (int seed = 0; seed < 200; seed++) {
      int[] tokens = IntStream.range(0, 1 + seed % 60).map(i -> 1_000 + i).toArray();
      var item = Corruption.of(tokens, new Random(seed));

      assertThat(filled(item)).isEqualTo(tokens);
      assertThat(item.written()[item.written().length - 1]).isEqualTo(Pieces.END);
    }
  }

  private static int[] filled(Item item) {
    var whole = new ArrayList<Integer>();
    for (int token : item.read()) {
      if (token < 1_000) {
        whole.addAll(after(item.written(), token));
      } else {
        whole.add(token);
      }
    }
    return whole.stream().mapToInt(Integer::intValue).toArray();
  }

  private static List<Integer> after(int[] written, int gap) {
    var span = new ArrayList<Integer>();
    int at =
        IntStream.range(0, written.length).filter(i -> written[i] == gap).findFirst().orElseThrow();
    for (int i = at + 1; written[i] >= 1_000; i++) {
      span.add(written[i]);
    }
    return span;
  }
}
