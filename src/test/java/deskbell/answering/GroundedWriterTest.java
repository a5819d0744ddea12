package deskbell.answering;

import static org.assertj.core.api.Assertions.assertThat;

import deskbell.answering.Spoken.Kept;
import deskbell.answering.Spoken.Said;
import deskbell.answering.Spoken.Why;
import deskbell.answering.Spoken.Words;
import deskbell.answering.grounding.Names;
import deskbell.conversation.Busy;
import deskbell.neural.Written;
import deskbell.understanding.Catalogue;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GroundedWriterTest {
  private static final List<String> FACTS =
      List.of(
          "Standard delivery is £3.95, and free from £50.",
          "Next day with DPD: £5.95, before 14:00.");
  private static final List<String> THANKS =
      List.of("You're welcome.", "Is there anything else I can look up?");
  private static final double HALF = Math.log(0.5);

  @Test
  void the_model_reads_facts_without_values_and_what_it_names_is_filled_in() {
    var read = new ArrayList<List<String>>();
    var writer =
        writer(
            (question, facts) -> {
              read.add(facts);
              assertThat(question).isEqualTo("next day?");
              return written("Next day with DPD: {3}.");
            });
    assertThat(writer.write("Next day?", FACTS))
        .isEqualTo(new Said("Next day with DPD: £5.95.", Words.MODEL, 0.5));
    assertThat(read.getFirst())
        .containsExactly(
            "Standard delivery is {1}, and free from {2}.", "Next day with DPD: {3}, before {4}.");
  }

  @ParameterizedTest(name = "{0}: {1}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          It is {9}.                              | INVENTED | It is {9}.
          It is £3.95.                            | INVENTED | It is £3.95.
          It is {1} with Evri.                    | INVENTED | evri
          It takes {1} days.                      | INVENTED | £3.95
          It comes tomorrow.                      | INVENTED | tomorrow
          Standard delivery is free from {2}.     | INVENTED | standard delivery is free from £50
          Before {4}. Before {4}. Before {4}. Before {4}. Before {4}. Before {4}. Before {4}. | LONGER |''
          """)
  void what_may_not_be_said_is_refused_for_a_reason(String draft, Why why, String detail) {
    var spoken = writer((_, _) -> written(draft)).write("cost?", FACTS);
    assertThat(spoken).isInstanceOf(Kept.class);
    assertThat(((Kept) spoken).why()).isEqualTo(why);
    assertThat(((Kept) spoken).detail()).startsWith(detail);
  }

  @Test
  void what_came_to_no_end_is_not_said() {
    var cut = writer((_, _) -> new Written("It is", HALF, 64, false));
    assertThat(cut.write("cost?", FACTS)).isEqualTo(new Kept(Why.UNFINISHED, ""));
    var empty = writer((_, _) -> written(" "));
    assertThat(empty.write("cost?", FACTS)).isEqualTo(new Kept(Why.UNFINISHED, ""));
  }

  @Test
  void a_busy_model_is_not_waited_for() {
    var writer =
        writer(
            (_, _) -> {
              throw new Busy("full");
            });
    assertThat(writer.write("cost?", FACTS)).isEqualTo(new Kept(Why.BUSY, ""));
  }

  @Test
  void only_parts_may_be_left_out() {
    assertThat(writer((_, _) -> written("You're welcome.")).write("ta", THANKS))
        .isEqualTo(new Said("You're welcome.", Words.MODEL, 0.5));
    assertThat(writer((_, _) -> written("You can return it.")).write("ta", THANKS))
        .isEqualTo(new Kept(Why.INVENTED, "you can return it"));
    assertThat(writer((_, _) -> written("客气。")).write("谢谢", List.of("不客气。", "还有什么要查的吗？")))
        .isEqualTo(new Kept(Why.INVENTED, "客气"));
  }

  @Test
  void products_are_names_as_soon_as_the_shop_has_them() {
    var products = new ArrayList<Catalogue.Product>();
    var names = new WareNames(() -> List.copyOf(products));
    GroundedWriter.Model model = (_, _) -> written("See the moss rug.");
    var writer = new GroundedWriter(model, names);
    assertThat(writer.write("rug?", FACTS)).isEqualTo(new Kept(Why.INVENTED, "see the moss rug"));
    products.add(new Catalogue.Product("LL-H1", List.of("Moss rug")));
    assertThat(writer.write("rug?", FACTS)).isEqualTo(new Kept(Why.INVENTED, "moss rug"));
  }

  private static GroundedWriter writer(GroundedWriter.Model model) {
    return new GroundedWriter(model, () -> Names.KNOWN);
  }

  private static Written written(String text) {
    return new Written(text, HALF, 5, true);
  }
}
