package deskbell.neural;

import static org.assertj.core.api.Assertions.assertThat;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ReadTextsTest {
  private static final int WIDTH = 2;
  private static final int LONG = 40_000;

  private final NDManager scope = Torch.scope();
  private final ReadTexts texts = new ReadTexts(WIDTH);
  private final List<Integer> lengthsRead = new ArrayList<>();

  @AfterEach
  void close() {
    scope.close();
  }

  /** As many tokens as the text says. */
  private static int[] cut(Prompt prompt) {
    var tokens = new int[Integer.parseInt(prompt.text())];
    Arrays.fill(tokens, tokens.length);
    return tokens;
  }

  /** Vectors that hold their text's length. */
  private NDArray read(List<int[]> rows) {
    int longest = rows.stream().mapToInt(row -> row.length).max().orElseThrow();
    var all = new float[rows.size() * longest * WIDTH];
    for (int row = 0; row < rows.size(); row++) {
      lengthsRead.add(rows.get(row).length);
      Arrays.fill(
          all, row * longest * WIDTH, (row + 1) * longest * WIDTH, (float) rows.get(row).length);
    }
    return scope.create(all, new Shape(rows.size(), longest, WIDTH));
  }

  private List<ReadTexts.ReadText> ask(int... lengths) {
    var prompts = Arrays.stream(lengths).mapToObj(String::valueOf).map(Prompt::of).toList();
    return texts.of(prompts, ReadTextsTest::cut, this::read);
  }

  @Test
  void only_what_is_not_known_is_read_and_each_once() {
    ask(3, 1, 3);
    assertThat(ask(1, 2, 3)).extracting(text -> text.tokens().length).containsExactly(1, 2, 3);
    assertThat(lengthsRead).containsExactly(3, 1, 2);
  }

  @Test
  void texts_of_unlike_length_stand_side_by_side_filled_up_with_zeros() {
    ask(2);
    var together = texts.together(scope, ask(1, 2));
    assertThat(together.getShape()).isEqualTo(new Shape(2, 2, WIDTH));
    assertThat(together.toFloatArray()).containsExactly(1, 1, 0, 0, 2, 2, 2, 2);
  }

  @Test
  void what_was_asked_for_longest_ago_is_forgotten_when_there_is_too_much() {
    ask(1);
    ask(LONG);
    ask(1);
    ask(LONG + 1);
    assertThat(lengthsRead).containsExactly(1, LONG, LONG + 1);
    ask(1);
    assertThat(lengthsRead).as("the short one was asked for again").hasSize(3);
    ask(LONG);
    assertThat(lengthsRead).as("the first long one is gone").hasSize(4);
  }
}
