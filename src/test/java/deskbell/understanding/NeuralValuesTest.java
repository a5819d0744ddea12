package deskbell.understanding;

import static org.assertj.core.api.Assertions.assertThat;

import deskbell.conversation.Busy;
import deskbell.conversation.Entity;
import deskbell.conversation.EntityType;
import deskbell.conversation.Language;
import deskbell.neural.Slot;
import deskbell.understanding.entity.EntityFinder;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class NeuralValuesTest {
  private static final LocalDate TODAY = LocalDate.of(2026, 11, 24);
  private static final EntityFinder RULES = new EntityFinder(Catalogue.EMPTY);

  @Test
  void a_value_that_rules_overlook_is_worth_what_they_read() {
    assertThat(found("Felt boots 38 please", new Slot("size", "38")))
        .containsExactly(new Entity(EntityType.SIZE, "38", 11, 13));
    assertThat(found("那双雪地靴 M 还有吗", new Slot("size", "m")))
        .containsExactly(new Entity(EntityType.SIZE, "M", 6, 7));
  }

  @Test
  void what_rules_found_stays_and_is_not_found_again() {
    var text = "order LL20415566 in size M, not 38";
    assertThat(found(text, new Slot("size", "38"), new Slot("order_number", "ll20415566")))
        .isEqualTo(RULES.find(text, Language.EN, TODAY));
  }

  @Test
  void values_of_other_kinds_in_other_words_and_without_meaning_are_left_out() {
    assertThat(found("Felt boots 38 please", new Slot("quantity", "38"))).isEmpty();
    assertThat(found("Felt boots 38 please", new Slot("size", "39"))).isEmpty();
    assertThat(found("Boots 38 or king size", new Slot("size", "king size"))).isEmpty();
  }

  @Test
  void nobody_asks_where_no_word_may_be_a_value() {
    NeuralValues.Model never =
        text -> {
          throw new AssertionError(text);
        };
    var text = "it's late, where is my parcel";
    assertThat(values(never).beside(List.of(), text, Language.EN, TODAY)).isEmpty();
  }

  @Test
  void a_busy_model_is_not_waited_for() {
    NeuralValues.Model busy =
        _ -> {
          throw new Busy("full");
        };
    assertThat(values(busy).beside(List.of(), "boots 38 please", Language.EN, TODAY)).isEmpty();
  }

  private static List<Entity> found(String text, Slot... slots) {
    var language = Languages.of(text, Optional.empty());
    return values(_ -> List.of(slots))
        .beside(RULES.find(text, language, TODAY), text, language, TODAY);
  }

  private static NeuralValues values(NeuralValues.Model model) {
    return new NeuralValues(model, Set.of(EntityType.SIZE), RULES);
  }
}
