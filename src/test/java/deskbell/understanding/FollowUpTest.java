package deskbell.understanding;

import static org.assertj.core.api.Assertions.assertThat;

import deskbell.neural.Prompt;
import java.util.List;
import org.junit.jupiter.api.Test;

class FollowUpTest {
  private final FollowUp followUp =
      new FollowUp("And for LL-77120?", List.of("Hello", "Where is order LL20481234?", "还有 3 件吗"));

  @Test
  void numbers_and_codes_are_hidden_and_words_alike_wherever_they_stand() {
    assertThat(followUp.prompt())
        .isEqualTo(
            new Prompt(" and for {1}?", List.of(" where is order {3}?", "还有 {2} 件吗"), List.of()));
  }

  @Test
  void what_is_meant_is_hidden_and_shown_alike() {
    assertThat(followUp.hide("Where is order LL-77120?")).contains(" where is order {1}?");
    assertThat(followUp.show(" where is order {1}?")).contains("where is order ll-77120?");
  }

  @Test
  void a_value_that_nobody_said_can_neither_be_meant_nor_written() {
    assertThat(followUp.hide("where is order LL99?")).isEmpty();
    assertThat(followUp.show("where is order {9}?")).isEmpty();
    assertThat(followUp.show("where is order 99?")).isEmpty();
  }

  @Test
  void of_what_was_said_before_the_last_is_read_and_long_turns_are_cut() {
    var prompt = new FollowUp("why", List.of("a", "b", "c".repeat(500))).prompt();
    assertThat(prompt.history()).hasSize(2).element(1).asString().hasSize(161);
  }
}
