package deskbell.training.material;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class EvidenceTest {
  private static final List<String> COST =
      List.of(
          "Standard delivery is £3.95, and free from £50.",
          "Express delivery is £6.95.",
          "It comes the next working day.");

  @Test
  void a_reply_is_taken_from_the_sentence_that_shares_what_few_share() {
    assertThat(Evidence.of(COST, "Express is £6.95.")).containsExactly(1);
    assertThat(Evidence.of(COST, "Delivery is free from £50.")).containsExactly(0);
  }

  @Test
  void a_reply_may_be_taken_from_two() {
    assertThat(Evidence.of(COST, "Express is £6.95 and comes the next working day."))
        .containsExactly(1, 2);
  }

  @Test
  void chinese_is_compared_by_pairs_of_characters() {
    var cost = List.of("标准快递满 ¥199 包邮。", "新疆、西藏运费 ¥25。", "次日达 ¥18。");
    assertThat(Evidence.of(cost, "西藏要 ¥25 运费。")).containsExactly(1);
  }

  @Test
  void a_reply_that_shares_nothing_is_taken_from_all() {
    assertThat(Evidence.of(COST, "Ask us!")).containsExactly(0, 1, 2);
  }
}
