package deskbell.answering.excerpt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import deskbell.answering.excerpt.Excerpts.Compared;
import java.util.List;
import org.junit.jupiter.api.Test;

class FinderTest {
  private static final Finder BY_LIKELIHOOD =
      new Finder(List.of(0.0, 0.0, 1.0, 0.0, 0.0, 0.0, 0.0));
  private static final Compared THREE =
      new Compared(
          List.of(List.of(0), List.of(1, 3), List.of(1, 2)),
          List.of(likely(0.1), likely(0.6), likely(0.3)));

  @Test
  void chances_are_shares_of_what_all_parts_weigh() {
    assertThat(BY_LIKELIHOOD.chances(THREE.signs()))
        .usingComparatorWithPrecision(1e-9)
        .containsExactly(0.1, 0.6, 0.3);
  }

  @Test
  void the_likeliest_part_is_found_where_its_chance_is_large_enough() {
    assertThat(BY_LIKELIHOOD.found(THREE, 0.55))
        .hasValueSatisfying(
            found -> {
              assertThat(found.places()).containsExactly(1, 3);
              assertThat(found.chance()).isEqualTo(0.6, within(1e-9));
            });
  }

  @Test
  void else_the_two_likeliest_together_and_else_nothing() {
    assertThat(BY_LIKELIHOOD.found(THREE, 0.85))
        .hasValueSatisfying(found -> assertThat(found.places()).containsExactly(1, 2, 3));
    assertThat(BY_LIKELIHOOD.found(THREE, 0.95)).isEmpty();
    assertThat(BY_LIKELIHOOD.found(new Compared(List.of(), List.of()), 0.5)).isEmpty();
  }

  private static Signs likely(double chance) {
    return new Signs(0, 0, Math.log(chance), 0, 0, 0, 0);
  }
}
