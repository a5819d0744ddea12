package deskbell.neural;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class RuleTest {
  private static final int SIZE = Pieces.mark("size");
  private static final int COLOUR = Pieces.mark("colour");
  private static final int[] READ = {500, 501, 502, 503};

  private static boolean copies(int next, int... written) {
    return Rule.COPIES.allows(READ, written, next);
  }

  @Test
  void values_follow_their_slots_and_stand_in_the_text() {
    assertThat(copies(SIZE)).isTrue();
    assertThat(copies(500)).isFalse();
    assertThat(copies(501, SIZE)).isTrue();
    assertThat(copies(599, SIZE)).isFalse();
    assertThat(copies(502, SIZE, 501)).isTrue();
    assertThat(copies(503, SIZE, 501)).isFalse();
  }

  @Test
  void a_slot_without_a_value_neither_ends_nor_gives_way() {
    assertThat(copies(Pieces.END)).isTrue();
    assertThat(copies(Pieces.END, SIZE)).isFalse();
    assertThat(copies(COLOUR, SIZE)).isFalse();
    assertThat(copies(Pieces.END, SIZE, 501)).isTrue();
    assertThat(copies(COLOUR, SIZE, 501)).isTrue();
  }

  @Test
  void a_revision_changes_what_stands_in_the_turn_it_names() {
    int[] read = {500, 501, Pieces.TURN, 502, 503};
    int now = Pieces.mark("now");
    int last = Pieces.mark("last");
    int by = Pieces.mark("by");
    assertThat(revises(read, Pieces.END)).isTrue();
    assertThat(revises(read, last)).isTrue();
    assertThat(revises(read, Pieces.mark("earlier"))).isFalse();
    assertThat(revises(read, 500)).isFalse();
    assertThat(revises(read, 502, last)).isTrue();
    assertThat(revises(read, 502, now)).isFalse();
    assertThat(revises(read, 503, last, 502)).isTrue();
    assertThat(revises(read, Pieces.END, last, 502)).isFalse();
    assertThat(revises(read, by, last)).isTrue();
    assertThat(revises(read, 599, last, 502, by)).isTrue();
    assertThat(revises(read, by, last, 502, by)).isFalse();
    assertThat(revises(read, Pieces.END, last, 502, by)).isTrue();
  }

  @Test
  void what_is_joined_needs_nothing_more() {
    assertThat(revises(READ, Pieces.END, Pieces.mark("joined"))).isTrue();
    assertThat(revises(READ, 500, Pieces.mark("joined"))).isFalse();
  }

  private static boolean revises(int[] read, int next, int... written) {
    return Rule.REVISIONS.allows(read, written, next);
  }

  @Test
  void text_has_no_marks_in_it() {
    assertThat(Rule.TEXT.allows(READ, new int[0], SIZE)).isFalse();
    assertThat(Rule.TEXT.allows(READ, new int[0], Pieces.PAD)).isFalse();
    assertThat(Rule.TEXT.allows(READ, new int[0], Pieces.END)).isTrue();
    assertThat(Rule.TEXT.allows(READ, new int[0], 500)).isTrue();
  }

  @Test
  void the_end_waits_for_the_shortest_length() {
    var rule = Rule.TEXT.atLeast(2);
    assertThat(rule.allows(READ, new int[] {500}, Pieces.END)).isFalse();
    assertThat(rule.allows(READ, new int[] {500, 501}, Pieces.END)).isTrue();
  }

  @Test
  void no_run_comes_twice() {
    var rule = Rule.TEXT.without(2);
    assertThat(rule.allows(READ, new int[] {500, 501, 500}, 501)).isFalse();
    assertThat(rule.allows(READ, new int[] {500, 501, 500}, 502)).isTrue();
    assertThat(rule.allows(READ, new int[] {500}, 500)).isTrue();
    assertThat(rule.allows(READ, new int[] {500, 500}, 500)).isFalse();
    assertThat(Rule.TEXT.without(0).allows(READ, new int[] {500, 500, 500}, 500)).isTrue();
  }
}
