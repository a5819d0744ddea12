package deskbell.handoff;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import deskbell.conversation.Invalid;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
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
        .hasMessage("desk hours is 18:00-09:00; must end after it begins");
  }

  @Test
  void a_span_may_end_at_midnight_and_begin_where_another_ends() {
    var hours = Hours.parse("Sat 18:00-00:00, Sun 00:00-02:00, Sat 09:00-18:00", SHANGHAI);
    assertThat(hours.open(Instant.parse("2026-11-28T15:59:59Z"))).isTrue();
    assertThat(hours.open(Instant.parse("2026-11-28T17:59:59Z"))).isTrue();
    assertThat(hours.open(Instant.parse("2026-11-28T18:00:00Z"))).isFalse();
    assertThat(hours.text()).isEqualTo("Sat 09:00-18:00, Sat 18:00-00:00, Sun 00:00-02:00");
  }

  @ParameterizedTest
  @CsvSource({
    "'Mon 09:00-18:00, Mon 12:00-14:00', 09:00-18:00 and 12:00-14:00",
    "'Mon 12:00-14:00, Mon 09:00-12:01', 09:00-12:01 and 12:00-14:00",
    "'Mon 09:00-10:00, Mon 09:00-10:00', 09:00-10:00 and 09:00-10:00",
    "'Mon 20:00-00:00, Mon 23:00-23:30', 20:00-00:00 and 23:00-23:30"
  })
  void spans_that_overlap_are_refused(String text, String both) {
    assertThatThrownBy(() -> Hours.parse(text, SHANGHAI))
        .isInstanceOf(Invalid.class)
        .hasMessage("desk hours overlap on Monday: " + both);
  }

  @Test
  void on_a_closed_day_nobody_is_there_and_the_next_open_one_is_named() {
    var christmas = LocalDate.parse("2026-12-25");
    var boxing = LocalDate.parse("2026-12-28");
    var hours = Hours.parse("Mon-Fri 09:00-18:00", SHANGHAI, Set.of(boxing, christmas));
    assertThat(hours.open(Instant.parse("2026-12-25T03:00:00Z"))).isFalse();
    assertThat(hours.opens(Instant.parse("2026-12-25T03:00:00Z")).toLocalDateTime())
        .hasToString("2026-12-29T09:00");
    assertThat(hours.closed()).containsExactly(christmas, boxing);
  }

  @Test
  void closed_days_may_hide_the_only_opening_of_many_weeks() {
    var sundays =
        Stream.iterate(LocalDate.parse("2026-11-29"), day -> day.plusWeeks(1))
            .limit(Hours.MAX_CLOSED)
            .collect(Collectors.toSet());
    var hours = Hours.parse("Sun 10:00-12:00", SHANGHAI, sundays);
    assertThat(hours.opens(Instant.parse("2026-11-22T04:00:00Z")).toLocalDate())
        .isEqualTo(LocalDate.parse("2026-11-29").plusWeeks(Hours.MAX_CLOSED));
  }

  @Test
  void day_and_night_ends_for_a_closed_day_and_goes_on_after_it() {
    var hours = Hours.parse("always", SHANGHAI, Set.of(LocalDate.parse("2026-12-25")));
    var closed = Instant.parse("2026-12-25T03:00:00Z");
    assertThat(hours.open(closed)).isFalse();
    assertThat(hours.opens(closed).toLocalDateTime()).hasToString("2026-12-26T00:00");
  }

  @ParameterizedTest
  @ValueSource(strings = {"always", "Mon 09:00-12:00, Mon 13:00-18:00, Sun 00:00-00:00"})
  void what_is_written_is_read_again(String text) {
    assertThat(Hours.parse(text, SHANGHAI).text()).isEqualTo(text);
  }
}
