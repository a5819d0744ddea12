package deskbell.handoff;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import deskbell.conversation.Invalid;
import java.time.Instant;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class HoursTest {
  private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");

  @ParameterizedTest
  @CsvSource({
    "2026-11-23T01:00:00Z, true",
    "2026-11-23T00:59:59Z, false",
    "2026-11-27T09:59:59Z, true",
    "2026-11-27T10:00:00Z, false",
    "2026-11-28T03:00:00Z, true",
    "2026-11-28T08:00:00Z, false",
    "2026-11-29T03:00:00Z, false"
  })
  void the_desk_is_open_by_the_clock_of_its_zone(String at, boolean open) {
    var hours = Hours.parse("Mon-Fri 09:00-18:00, Sat 10:00-14:00", SHANGHAI);
    assertThat(hours.open(Instant.parse(at))).isEqualTo(open);
  }

  @ParameterizedTest
  @CsvSource({
    "2026-11-23T01:00:00Z, 2026-11-23T09:00+08:00",
    "2026-11-23T02:34:56Z, 2026-11-23T10:34:56+08:00",
    "2026-11-23T00:59:59Z, 2026-11-23T09:00+08:00",
    "2026-11-23T10:00:00Z, 2026-11-24T09:00+08:00",
    "2026-11-27T10:00:00Z, 2026-11-28T10:00+08:00",
    "2026-11-28T06:00:00Z, 2026-11-30T09:00+08:00"
  })
  void what_is_closed_opens_at_the_next_span(String at, String opens) {
    var hours = Hours.parse("Mon-Fri 09:00-18:00, Sat 10:00-14:00", SHANGHAI);
    assertThat(hours.opens(Instant.parse(at)).toOffsetDateTime()).hasToString(opens);
  }

  @Test
  void a_desk_of_one_day_opens_a_week_later() {
    var hours = Hours.parse("Sun 10:00-12:00", SHANGHAI);
    assertThat(hours.opens(Instant.parse("2026-11-22T04:00:00Z")))
        .isEqualTo("2026-11-29T10:00:00+08:00[Asia/Shanghai]");
  }

  @Test
  void always_is_day_and_night() {
    var always = Hours.parse("always", SHANGHAI);
    assertThat(always.open(Instant.EPOCH)).isTrue();
    assertThat(always.opens(Instant.EPOCH).toInstant()).isEqualTo(Instant.EPOCH);
  }

  @Test
  void a_range_of_days_may_pass_the_end_of_the_week() {
    var hours = Hours.parse("Sat-Mon 10:00-12:00", ZoneId.of("UTC"));
    assertThat(hours.spans()).hasSize(3);
    assertThat(hours.open(Instant.parse("2026-11-22T11:00:00Z"))).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "Mon", "Mon-Fri 9-18", "Xyz 09:00-18:00", "Mon-Fri 09:00-25:00"})
  void what_is_no_time_is_refused(String text) {
    assertThatThrownBy(() -> Hours.parse(text, SHANGHAI))
        .isInstanceOf(Invalid.class)
        .hasMessage(
            "desk hours has \"%s\"; such as Mon-Fri 09:00-18:00, Sat 10:00-14:00".formatted(text));
  }

  @Test
  void a_span_that_ends_before_it_begins_is_refused() {
    assertThatThrownBy(() -> Hours.parse("Mon 18:00-09:00", SHANGHAI))
        .isInstanceOf(Invalid.class)
        .hasMessage("desk hours open at 18:00 and close at 09:00");
  }
}
