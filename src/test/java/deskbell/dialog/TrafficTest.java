package deskbell.dialog;

import static org.assertj.core.api.Assertions.assertThat;

import deskbell.conversation.Language;
import deskbell.dialog.drawing.Plan;
import deskbell.dialog.flow.Flow;
import deskbell.dialog.flow.Step;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** How many go which way through flows, counted from conversations with the shipped ones. */
class TrafficTest {
  private static final Flow TRACK =
      Flows.load(Path.of("dialog-flows")).flow("track-order").orElseThrow();

  private static Talk asked() {
    return Talk.in(Language.EN).starts("track-order", "where is my parcel");
  }

  private static Talk told() {
    return asked()
        .says("LL20481234")
        .says("anna@example.com")
        .shop("ok", Map.of("status", "shipped", "eta", "2026-11-26"));
  }

  private static Traffic traffic(Talk... talks) {
    var moves = new HashMap<Transition, Long>();
    List.of(talks)
        .forEach(
            talk -> talk.moves().forEach((move, times) -> moves.merge(move, times, Long::sum)));
    return new Traffic(TRACK, moves);
  }

  private static String question(Talk talk) {
    return talk.open().step();
  }

  @Test
  void whoever_gets_to_the_end_has_given_up_nowhere() {
    var traffic = traffic(told());
    assertThat(traffic.begun()).isEqualTo(1);
    assertThat(traffic.finished()).isEqualTo(1);
    assertThat(traffic.person()).isZero();
    assertThat(TRACK.steps().keySet()).allMatch(step -> traffic.silent(step) == 0);
  }

  @Test
  void every_stretch_of_the_way_is_an_arrow_of_the_drawing() {
    var talk = told();
    var traffic = traffic(talk);
    var plan = Plan.of(traffic, Language.EN);
    long drawn =
        plan.lines().stream().filter(line -> traffic.along(line.from(), line.to()) > 0).count();
    long gone =
        talk.moves().keySet().stream()
            .filter(move -> !(TRACK.steps().get(move.from()) instanceof Step.Jump))
            .count();
    assertThat(drawn).isEqualTo(gone).isGreaterThan(3);
    var first = plan.lines().getFirst();
    assertThat(first.from()).isEqualTo(Transition.BEGIN);
    assertThat(first.label()).isEqualTo("1");
  }

  @Test
  void whoever_goes_away_without_a_word_gave_up_at_the_question() {
    var gone = asked();
    var traffic = traffic(gone, told());
    assertThat(traffic.begun()).isEqualTo(2);
    assertThat(traffic.finished()).isEqualTo(1);
    assertThat(traffic.reached(question(gone))).isEqualTo(2);
    assertThat(traffic.silent(question(gone))).isEqualTo(1);
  }

  @Test
  void whoever_says_stop_and_whoever_is_not_understood_is_told_from_the_silent() {
    var first = question(asked());
    var left = asked().says("never mind");
    var lost = asked().misses().misses().misses().misses();
    var traffic = traffic(left, lost);
    assertThat(traffic.along(first, Transition.LEFT)).isEqualTo(1);
    assertThat(traffic.along(first, Transition.PERSON)).isEqualTo(1);
    assertThat(traffic.person()).isEqualTo(1);
    assertThat(traffic.silent(first)).isZero();
  }

  @Test
  void other_editions_do_not_count() {
    var moves = Map.of(new Transition("track-order", "older", Transition.BEGIN, TRACK.first()), 5L);
    assertThat(new Traffic(TRACK, moves).begun()).isZero();
  }
}
