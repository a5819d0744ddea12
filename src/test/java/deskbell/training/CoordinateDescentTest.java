package deskbell.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class CoordinateDescentTest {
  /** Least at (3, −2), and slanted, so that neither number can be found alone. */
  private static double bowl(double[] at) {
    double x = at[0] - 3;
    double y = at[1] + 2;
    return x * x + y * y + x * y;
  }

  @Test
  void the_least_of_a_bowl_is_found() {
    var found = CoordinateDescent.minimise(new double[] {0, 0}, 2, 1, CoordinateDescentTest::bowl);
    assertThat(found[0]).isCloseTo(3, within(0.01));
    assertThat(found[1]).isCloseTo(-2, within(0.01));
  }

  @Test
  void numbers_that_are_not_free_stay_and_the_start_is_left_alone() {
    var start = new double[] {0, 0};
    var found = CoordinateDescent.minimise(start, 1, 1, CoordinateDescentTest::bowl);
    assertThat(found[0]).isCloseTo(2, within(0.01));
    assertThat(found[1]).isZero();
    assertThat(start).containsExactly(0, 0);
  }

  @Test
  void what_costs_without_end_is_never_entered() {
    var found =
        CoordinateDescent.minimise(
            new double[] {0, 0}, 2, 1, at -> at[0] > 1 ? Double.POSITIVE_INFINITY : bowl(at));
    assertThat(found[0]).isCloseTo(1, within(0.01));
    assertThat(found[1]).isCloseTo(-1, within(0.01));
  }
}
