package deskbell.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class RecentTest {
  private final Recent<String, Integer> recent = new Recent<>(2);

  @Test
  void what_was_asked_for_longest_ago_is_forgotten_first() {
    recent.keep("one", 1);
    recent.keep("two", 2);
    assertThat(recent.find("one")).contains(1);

    recent.keep("three", 3);

    assertThat(recent.find("two")).isEmpty();
    assertThat(recent.find("one")).contains(1);
    assertThat(recent.find("three")).contains(3);
  }

  @Test
  void what_is_known_is_not_found_out_again() {
    var times = new AtomicInteger();
    assertThat(recent.get("one", times::incrementAndGet)).isEqualTo(1);
    assertThat(recent.get("one", times::incrementAndGet)).isEqualTo(1);

    recent.clear();

    assertThat(recent.get("one", times::incrementAndGet)).isEqualTo(2);
  }
}
