package deskbell.training.neural;

import static org.assertj.core.api.Assertions.assertThat;

import deskbell.neural.Prompt;
import deskbell.training.neural.Exercise.Gaps;
import java.util.List;
import org.junit.jupiter.api.Test;

class SpansTest {
  @Test
  void an_ideograph_is_as_long_as_three_letters() {
    assertThat(Spans.of("我的包裹在哪里")).isEqualTo(7);
    assertThat(Spans.of("where is my parcel now")).isEqualTo(7);
    assertThat(new Gaps("我的包裹在哪里").length()).isEqualTo(7);
  }

  @Test
  void the_turns_before_and_facts_count_with_the_marks_between_them() {
    var prompt = new Prompt("和那个", List.of("有现货吗"), List.of("有"));
    assertThat(Spans.of(prompt)).isEqualTo(3 + 4 + 1 + 3);
  }
}
