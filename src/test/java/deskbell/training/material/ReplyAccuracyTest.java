package deskbell.training.material;

import static org.assertj.core.api.Assertions.assertThat;

import deskbell.answering.Speaker;
import deskbell.answering.Spoken;
import deskbell.conversation.Language;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ReplyAccuracyTest {
  private static final String ARTICLE = "Standard delivery is **£3.95**. Express is £5.95.";

  @Test
  void what_is_said_is_right_as_a_reply_or_as_what_it_is_taken_from() {
    Speaker speaker =
        (_, _, question, _) ->
            switch (question) {
              case "as a reply" -> model("It costs £3.95.");
              case "as the article" -> model("Standard delivery is £3.95.");
              case "made up" -> model("It costs £5.95.");
              case "the part" -> part("Standard delivery is **£3.95**.");
              case "another part" -> part("Express is £5.95.");
              default -> new Spoken.Kept(Spoken.Why.UNSURE, "");
            };
    var questions =
        Stream.of("as a reply", "as the article", "made up", "the part", "another part", "all");
    assertThat(ReplyAccuracy.of(questions.map(ReplyAccuracyTest::answer).toList(), speaker))
        .isEqualTo(new ReplyAccuracy(6, 3, 2, 2, 1))
        .hasToString(
            "6 questions: in the model's words 0.500, of these right 0.667;"
                + " a part as it is written 0.333, of these right 0.500");
  }

  private static Spoken model(String text) {
    return new Spoken.Said(text, Spoken.Words.MODEL, 0.9);
  }

  private static Spoken part(String text) {
    return new Spoken.Said(text, Spoken.Words.ARTICLE, 0.9);
  }

  private static ShortAnswer answer(String question) {
    return new ShortAnswer(
        Language.EN, question, ARTICLE, List.of("It costs £3.95."), List.of(List.of(0)));
  }
}
