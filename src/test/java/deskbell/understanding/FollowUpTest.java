package deskbell.understanding;

import static org.assertj.core.api.Assertions.assertThat;

import deskbell.neural.Prompt;
import deskbell.understanding.Revision.Exchange;
import deskbell.understanding.Revision.Joined;
import deskbell.understanding.Revision.Same;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FollowUpTest {
  private final FollowUp followUp =
      new FollowUp("And for LL-77120?", List.of("Hello", "Where is order LL20481234?", "还有 3 件吗"));

  @Test
  void numbers_and_codes_are_hidden_and_words_alike_wherever_they_stand() {
    assertThat(followUp.prompt())
        .isEqualTo(
            new Prompt(" and for {1}?", List.of(" where is order {3}?", "还有 {2} 件吗"), List.of()));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "do you deliver to France? | and to Ireland | do you deliver to Ireland? | 1 | ' france' |"
            + " ' ireland'",
        "Is the Moss rug in stock? | ok but does it shed too? | does the Moss rug shed? | 0 | ' it'"
            + " | ' the moss rug'",
        "Where is order LL20481234 | who signed | who signed for order LL20481234 | 0 | ' signed' |"
            + " ' signed for order {1}'",
        "苔藓地毯有货吗 | 那多少钱啊 | 苔藓地毯多少钱 | 0 | '' | 苔藓地毯",
        "寄到青岛要几天 | 那烟台呢 | 寄到烟台要几天 | 1 | 青岛 | 烟台",
        "it is late, is it lost | and broken? | it is late, is it broken | 1 | ' lost' | ' broken'"
      })
  void the_shortest_exchange_is_written(
      String last, String text, String alone, int turn, String part, String by) {
    var asked = new FollowUp(text, List.of(last));
    assertThat(asked.revision(alone)).contains(new Exchange(turn, part, by));
    assertThat(asked.revised(new Exchange(turn, part, by)).map(FollowUpTest::bare))
        .contains(bare(alone.toLowerCase(Locale.ROOT)));
  }

  @Test
  void words_that_name_something_of_the_kind_get_no_other() {
    var asked = new FollowUp("我要取消一个订单", List.of("LL20481301现在什么状态"));
    assertThat(asked.revised(new Exchange(0, "", "订单{1}"))).isEmpty();
    assertThat(asked.revised(new Exchange(0, "一个订单", "订单{1}"))).contains("我要取消订单ll20481301");
  }

  @Test
  void a_part_that_stands_twice_is_told_by_the_words_beside_it() {
    var asked = new FollowUp("and the third", List.of("is the first as long as the second one"));
    assertThat(asked.revision("is the first as long as the third one"))
        .contains(new Exchange(1, " second", " third"));
    var twice = new FollowUp("and blue", List.of("red hat or red scarf"));
    var exchange = new Exchange(1, " or red", " or blue");
    assertThat(twice.revision("red hat or blue scarf")).contains(exchange);
    assertThat(twice.revised(exchange)).contains("red hat or blue scarf");
    assertThat(twice.revised(new Exchange(1, " red", " blue"))).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "垃圾袋能退吗 | 热水袋呢 | 热水袋能退吗 | 垃圾袋 | 热水袋 | 垃圾袋 | 热水袋",
        "春节开门吗 | 那春分呢 | 春分开门吗 | 春节 | 春分 | 春节 | 春分",
        "is size 8 in | or size 10 | is size 10 in | size 8 | size 10 | ' size {2}' | ' size {1}'",
        "sell it in Hay-on-Wye? | in Rye | sell it in Rye | Hay-on-Wye | Rye | ' hay-on-wye' | '"
            + " rye'"
      })
  void names_are_exchanged_whole(
      String last, String text, String alone, String first, String second, String part, String by) {
    assertThat(new FollowUp(text, List.of(last)).revision(alone, 1, List.of(first, second)))
        .contains(new Exchange(1, part, by));
  }

  @Test
  void what_is_asked_on_is_joined_without_the_words_that_lead() {
    var asked = new FollowUp("and on Sundays too?", List.of("Do you deliver?"));
    assertThat(asked.revision("Do you deliver, on Sundays?")).contains(new Joined());
    assertThat(asked.revised(new Joined())).contains("do you deliver, on sundays?");
    var chinese = new FollowUp("那周日呢", List.of("你们送货吗？"));
    assertThat(chinese.revision("你们送货吗，周日")).contains(new Joined());
    assertThat(chinese.revised(new Joined())).contains("你们送货吗,周日");
  }

  @Test
  void what_stands_alone_stays_whatever_its_mark() {
    assertThat(followUp.revision("and for LL-77120")).contains(new Same());
    assertThat(followUp.revised(new Same())).contains("and for ll-77120?");
  }

  @Test
  void the_turn_before_the_last_can_be_changed_too() {
    var asked = new FollowUp("or teal", List.of("can I swap for ivory", "or burgundy"));
    assertThat(asked.revision("can I swap for teal")).contains(new Exchange(2, " ivory", " teal"));
  }

  @Test
  void a_value_that_nobody_said_can_neither_be_meant_nor_written() {
    assertThat(followUp.revision("where is order LL99?")).isEmpty();
    assertThat(followUp.revised(new Exchange(2, " {3}", " {9}"))).isEmpty();
    assertThat(followUp.revised(new Exchange(2, " {3}", " 99"))).isEmpty();
    assertThat(followUp.revised(new Exchange(2, " {3}", " {1}")))
        .contains("where is order ll-77120?");
  }

  @Test
  void of_what_was_said_before_the_last_is_read_and_long_turns_are_cut() {
    var prompt = new FollowUp("why", List.of("a", "b", "c".repeat(500))).prompt();
    assertThat(prompt.history()).hasSize(2).element(1).asString().hasSize(161);
  }

  private static String bare(String text) {
    return text.replaceAll("[?.!]+$", "");
  }
}
