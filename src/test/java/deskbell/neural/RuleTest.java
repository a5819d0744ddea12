package deskbell.neural;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class RuleTest {
  private static final int SIZE = Pieces.slot("size");
  private static final int COLOUR = Pieces.slot("colour");
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
