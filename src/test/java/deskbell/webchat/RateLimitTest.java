package deskbell.webchat;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class RateLimitTest {
  private final RateLimit limit = new RateLimit(20, Duration.ofSeconds(10));

  @Test
  void the_twenty_first_within_ten_seconds_waits_until_the_first_is_ten_seconds_old() {
    for (var i = 0; i < 20; i++) {
      assertThat(limit.take("a", 100L * i)).isZero();
    }

    assertThat(limit.take("a", 2_000)).isEqualTo(Duration.ofSeconds(8));
    assertThat(limit.take("a", 9_999)).isEqualTo(Duration.ofMillis(1));
    assertThat(limit.take("a", 10_000)).isZero();
    assertThat(limit.take("a", 10_000)).isEqualTo(Duration.ofMillis(100));
  }

  @Test
  void keys_do_not_disturb_each_other() {
    for (var i = 0; i < 20; i++) {
      limit.take("a", 0);
    }

    assertThat(limit.take("a", 0)).isPositive();
    assertThat(limit.take("b", 0)).isZero();
  }

  @Test
  void no_span_ever_holds_more_than_allowed() {
    var small = new RateLimit(3, Duration.ofMillis(10));
    var taken = new java.util.ArrayList<Long>();
    for (var now = 0L; now < 200; now++) {
      if (small.take("a", now).isZero()) {
        taken.add(now);
      }
    }

    for (var i = 3; i < taken.size(); i++) {
      assertThat(taken.get(i) - taken.get(i - 3)).isGreaterThanOrEqualTo(10);
    }
    assertThat(taken).hasSizeGreaterThanOrEqualTo(58);
  }

  @Test
  void what_was_not_used_within_the_span_is_forgotten() {
    limit.take("old", 0);
    limit.take("new", 5_000);

    limit.sweep(10_000);

    assertThat(limit.keys()).isEqualTo(1);
  }
}
