package deskbell.understanding;

import static org.assertj.core.api.Assertions.assertThat;

import deskbell.neural.Marked;
import deskbell.neural.Part;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class NeuralRewriterTest {
  private static final FollowUp CANCEL_IT =
      new FollowUp("cancel it", List.of("where is order ll20481234?"));
  private static final Part IT = new Part("now", " it");

  @Test
  void a_revision_that_can_be_made_is_taken() {
    assertThat(alone(true, IT, new Part("by", " order {1}"))).contains("cancel order ll20481234");
  }

  @Test
  void what_did_not_come_to_its_end_is_left_as_it_was_said() {
    assertThat(alone(false, IT, new Part("by", " order {1}"))).isEmpty();
  }

  @Test
  void what_adds_nothing_is_one_of_the_ways_too() {
    assertThat(alone(true)).contains("cancel it");
    assertThat(alone(true, IT, new Part("by", " it"))).contains("cancel it");
  }

  @Test
  void a_number_that_nobody_said_is_left_out_with_all_else() {
    assertThat(alone(true, IT, new Part("by", " order {2}"))).isEmpty();
    assertThat(alone(true, IT, new Part("by", " order ll20489999"))).isEmpty();
  }

  @Test
  void parts_that_mean_nothing_are_left_as_they_are() {
    assertThat(alone(true, IT)).isEmpty();
    assertThat(alone(true, new Part("by", " it"), IT)).isEmpty();
    assertThat(alone(true, new Part("now", " that"), new Part("by", " order {1}"))).isEmpty();
  }

  private static Optional<String> alone(boolean whole, Part... parts) {
    return NeuralRewriter.candidate(new Marked(List.of(parts), -0.1, whole), CANCEL_IT)
        .map(Candidate::alone);
  }
}
