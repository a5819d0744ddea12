package deskbell.answering;

import static org.assertj.core.api.Assertions.assertThat;

import deskbell.answering.Speaker.Kind;
import deskbell.answering.Spoken.Kept;
import deskbell.answering.Spoken.Said;
import deskbell.answering.Spoken.Why;
import deskbell.answering.grounding.Names;
import deskbell.conversation.Busy;
import deskbell.neural.Written;
import deskbell.understanding.Catalogue;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GroundedSpeakerTest {
  private static final String ARTICLE =
      "Standard delivery is £3.95, and free from £50. Next day with DPD: £5.95, before 14:00.";
  private static final String THANKS = "You're welcome. Is there anything else I can look up?";

  @Test
  void the_model_reads_facts_without_values_and_what_it_names_is_filled_in() {
    var read = new ArrayList<List<String>>();
    var speaker =
        speaker(
            (question, facts) -> {
              read.add(facts);
              assertThat(question).isEqualTo("next day?");
              return written("Next day with DPD is {3}.", -0.1);
            });
    assertThat(speaker.speak(Kind.FACTS, "Next day?", ARTICLE))
        .isEqualTo(new Said("Next day with DPD is £5.95.", -0.1));
    assertThat(read.getFirst())
        .containsExactly(
            "Standard delivery is {1}, and free from {2}.", "Next day with DPD: {3}, before {4}.");
  }

  @ParameterizedTest(name = "{0}: {1}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          It is {9}.                              | -0.1 | INVENTED | It is {9}.
          It is £3.95.                            | -0.1 | INVENTED | It is £3.95.
          It is {1} with Evri.                    | -0.1 | INVENTED | evri
          It takes {1} days.                      | -0.1 | INVENTED | £3.95
          It comes tomorrow.                      | -0.1 | INVENTED | tomorrow
          Standard delivery is {1}, and free from {2}. Next day with DPD: {3}, before {4}. | -0.1 | LONGER |''
          It is {1}.                              | -2   | UNSURE   | 0.14
          """)
  void what_may_not_be_said_is_refused_for_a_reason(
      String draft, double score, Why why, String detail) {
    var spoken = speaker((_, _) -> written(draft, score)).speak(Kind.FACTS, "cost?", ARTICLE);
    assertThat(spoken).isInstanceOf(Kept.class);
    assertThat(((Kept) spoken).why()).isEqualTo(why);
    assertThat(((Kept) spoken).detail()).startsWith(detail);
  }

  @Test
  void what_came_to_no_end_is_not_said() {
    var cut = speaker((_, _) -> new Written("It is", -0.1, 64, false));
    assertThat(cut.speak(Kind.FACTS, "cost?", ARTICLE)).isEqualTo(new Kept(Why.UNFINISHED, ""));
    var empty = speaker((_, _) -> written(" ", -0.1));
    assertThat(empty.speak(Kind.FACTS, "cost?", ARTICLE)).isEqualTo(new Kept(Why.UNFINISHED, ""));
  }

  @Test
  void a_busy_model_is_not_waited_for() {
    var speaker =
        speaker(
            (_, _) -> {
              throw new Busy("full");
            });
    assertThat(speaker.speak(Kind.FACTS, "cost?", ARTICLE)).isEqualTo(new Kept(Why.BUSY, ""));
  }

  @Test
  void small_talk_may_only_leave_parts_out() {
    assertThat(speaker((_, _) -> written("You're welcome.", -0.1)).speak(Kind.TALK, "ta", THANKS))
        .isEqualTo(new Said("You're welcome.", -0.1));
    assertThat(
            speaker((_, _) -> written("You can return it.", -0.1)).speak(Kind.TALK, "ta", THANKS))
        .isEqualTo(new Kept(Why.INVENTED, "you can return it"));
    assertThat(speaker((_, _) -> written("客气。", -0.1)).speak(Kind.TALK, "谢谢", "不客气。还有什么要查的吗？"))
        .isEqualTo(new Kept(Why.INVENTED, "客气"));
  }

  @Test
  void products_are_names_as_soon_as_the_shop_has_them() {
    var products = new ArrayList<Catalogue.Product>();
    var names = new WareNames(() -> List.copyOf(products));
    GroundedSpeaker.Writer writer = (_, _) -> written("See the moss rug.", -0.1);
    var speaker = new GroundedSpeaker(writer, names, -1);
    assertThat(speaker.speak(Kind.FACTS, "rug?", ARTICLE)).isInstanceOf(Said.class);
    products.add(new Catalogue.Product("LL-H1", List.of("Moss rug")));
    assertThat(speaker.speak(Kind.FACTS, "rug?", ARTICLE))
        .isEqualTo(new Kept(Why.INVENTED, "moss rug"));
  }

  private static GroundedSpeaker speaker(GroundedSpeaker.Writer writer) {
    return new GroundedSpeaker(writer, () -> Names.KNOWN, -1);
  }

  private static Written written(String text, double score) {
    return new Written(text, score, 5, true);
  }
}
