package deskbell.neural;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class SentencesTest {
  private static final Sentences RETURNS =
      Sentences.of(
          """
          Returns are free. Start one under **My orders**.

          Not returned can be:

          - curtains cut to size. They are yours.
          - gift cards

          To return:

          1. Choose Return.
          2. Take the label.

          退货免费。先申请。
          """);

  @Test
  void a_point_is_one_sentence_and_others_end_where_they_do() {
    assertThat(RETURNS.all())
        .containsExactly(
            "Returns are free.",
            "Start one under **My orders**.",
            "Not returned can be:",
            "- curtains cut to size. They are yours.",
            "- gift cards",
            "To return:",
            "1. Choose Return.",
            "2. Take the label.",
            "退货免费。",
            "先申请。");
  }

  @Test
  void they_are_read_out_without_marks() {
    assertThat(RETURNS.plain(List.of(1, 4, 6)))
        .containsExactly("Start one under My orders.", "gift cards", "Choose Return.");
  }

  @Test
  void a_point_needs_what_its_list_is_about_and_a_step_all_steps() {
    assertThat(RETURNS.understood(List.of(0))).containsExactly(0);
    assertThat(RETURNS.understood(List.of(4))).containsExactly(2, 4);
    assertThat(RETURNS.understood(List.of(7))).containsExactly(5, 6, 7);
    assertThat(Sentences.of("- one\n- two").understood(List.of(1))).containsExactly(1);
  }

  @Test
  void parts_are_what_can_be_said_alone() {
    assertThat(Sentences.of("Free.\nNot:\n- socks\n- gloves\nHow:\n1. Ask.\n2. Wait.").parts())
        .containsExactly(List.of(0), List.of(1, 2), List.of(1, 3), List.of(4, 5, 6));
    assertThat(Sentences.of("寄回步骤：\n1、申请\n2、打包").parts()).containsExactly(List.of(0, 1, 2));
  }

  @Test
  void what_only_looks_like_an_end_is_none() {
    assertThat(
            Sentences.of(
                    "Open from 9 a.m. to 5 p.m. on weekdays. **Always. No exception.** Come in!")
                .all())
        .containsExactly(
            "Open from 9 a.m. to 5 p.m. on weekdays.", "**Always. No exception.**", "Come in!");
    assertThat(Sentences.of("请点“退货。”然后提交！！**包邮。无门槛。**").all())
        .containsExactly("请点“退货。”", "然后提交！！", "**包邮。无门槛。**");
  }

  @Test
  void together_they_are_text_again() {
    assertThat(RETURNS.text(List.of(4, 2, 3, 8, 9)))
        .isEqualTo(
            "Not returned can be:\n\n- curtains cut to size. They are yours.\n- gift cards\n\n"
                + "退货免费。先申请。");
    assertThat(RETURNS.text(List.of(0, 1)))
        .isEqualTo("Returns are free. Start one under **My orders**.");
    assertThat(RETURNS.text(List.of())).isEmpty();
  }
}
