package deskbell.training;

import static org.assertj.core.api.Assertions.assertThat;

import deskbell.conversation.Language;
import deskbell.training.EntityFigures.Found;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class EntityFiguresTest {
  private static final Example MARKED =
      new Example(
          "two mugs for Tuesday, LL20415566",
          Language.EN,
          "track_order",
          Map.of(
              "quantity", List.of("two"),
              "date", List.of("Tuesday"),
              "order_number", List.of("LL20415566"),
              "product", List.of("mugs")));
  private static final Example EMPTY = new Example("thanks", Language.EN, "thanks");

  private final EntityFigures figures =
      new EntityFigures(List.of(MARKED, EMPTY), Set.of("quantity", "date", "order_number"));

  @Test
  void values_are_found_where_one_holds_the_other_and_kinds_agree() {
    var lines =
        figures.lines(
            "by rules",
            example ->
                example.equals(EMPTY)
                    ? List.of(new Found("date", "thanks"))
                    : List.of(
                        new Found("date", "for tuesday"),
                        new Found("quantity", "LL20415566"),
                        new Found("product", "mugs")));
    assertThat(lines)
        .containsExactly(
            "by rules: precision 0.333, recall 0.333, F1 0.333 (1 of 3 right, 3 wanted)",
            "  date: precision 0.500, recall 1.000, F1 0.667 (1 of 2 right, 1 wanted)",
            "  order_number: precision 0.000, recall 0.000, F1 0.000 (0 of 0 right, 1 wanted)",
            "  quantity: precision 0.000, recall 0.000, F1 0.000 (0 of 1 right, 1 wanted)");
  }

  @Test
  void one_value_is_not_found_twice() {
    var twice =
        figures.lines(
            "twice", example -> List.of(new Found("date", "Tuesday"), new Found("date", "uesday")));
    assertThat(twice.get(1)).contains("(1 of 4 right, 1 wanted)");
  }
}
