package deskbell.bench;

import static org.assertj.core.api.Assertions.assertThat;

import deskbell.answering.Speaker;
import deskbell.answering.Spoken;
import deskbell.conversation.Language;
import deskbell.shop.demo.DemoOrders;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RepliesBenchTest {
  private static final String FACTS = "Standard delivery is £3.95 with DPD, in 3–5 days.";

  @Test
  void what_is_said_refused_and_invented_is_counted() {
    var prompts = List.of(prompt("own"), prompt("part"), prompt("refused"), prompt("made up"));
    Speaker speaker =
        (_, _, question, _) ->
            switch (question) {
              case "own" -> new Spoken.Said("It is £3.95.", Spoken.Words.MODEL, 0.9);
              case "part" -> new Spoken.Said("In 3–5 days.", Spoken.Words.ARTICLE, 0.9);
              case "refused" -> new Spoken.Kept(Spoken.Why.INVENTED, "evri");
              default -> new Spoken.Said("It takes 7 days.", Spoken.Words.MODEL, 0.8);
            };
    assertThat(new RepliesBench(speaker, prompts).lines())
        .containsExactly(
            "4: in the model's words 0.500, a part as it is written 0.250, invented facts in 1",
            "  en articles, 4: in the model's words 0.500, a part as it is written 0.250,"
                + " invented facts in 1, invented 1",
            "invented: made up → 7 in: It takes 7 days.",
            "refused: refused → evri");
  }

  @ParameterizedTest(name = "{0}: {1}")
  @CsvSource({
    "It costs £3.95 in 3–5 days., ''",
    "It costs £3.9., 3.9",
    "It costs €3.95., €",
    "It takes seven days., seven",
    "It comes with Evri., Evri",
    "要七天, 七",
    "用 PayPal 付, PayPal",
    "Ask for code DPD395., 395"
  })
  void what_is_not_in_the_facts_letter_for_letter_counts_as_invented(String text, String invented) {
    assertThat(LiteralCheck.invented(text, FACTS))
        .isEqualTo(Optional.of(invented).filter(it -> !it.isEmpty()));
  }

  @Test
  void orders_and_small_talk_are_asked_about_in_both_languages() {
    var orders = ReplyPrompt.ofOrders(DemoOrders.read(LocalDate.of(2026, 11, 22)), 200);
    assertThat(orders).extracting(ReplyPrompt::language).contains(Language.EN, Language.ZH);
    assertThat(orders).allSatisfy(prompt -> assertThat(prompt.written()).contains("2026-1"));
    var talk =
        ReplyPrompt.ofTalk(
            List.of(
                new AnswersBench.Utterance("ta", Language.EN, "thanks"),
                new AnswersBench.Utterance("退货", Language.ZH, "return_item")),
            10);
    assertThat(talk).hasSize(1);
    assertThat(talk.getFirst().written()).startsWith("You're welcome.");
  }

  private static ReplyPrompt prompt(String question) {
    return new ReplyPrompt(Speaker.Kind.FACTS, "articles", Language.EN, question, FACTS);
  }
}
