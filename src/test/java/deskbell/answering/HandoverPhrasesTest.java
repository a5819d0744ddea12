package deskbell.answering;

import static org.assertj.core.api.Assertions.assertThat;

import deskbell.conversation.Language;
import java.time.ZonedDateTime;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HandoverPhrasesTest {
  private static final ZonedDateTime MONDAY =
      ZonedDateTime.parse("2026-11-23T09:00+08:00[Asia/Shanghai]");

  @ParameterizedTest
  @ValueSource(
      strings = {
        "asked",
        "not_understood",
        "safety",
        "threat",
        "legal",
        "payment_dispute",
        "anger",
        "change_refused"
      })
  void who_has_to_wait_is_told_when_somebody_comes(String reason) {
    assertThat(Phrases.waiting(reason, MONDAY, Language.EN).text())
        .contains("09:00 on Monday 23 November")
        .contains("this conversation waits for them");
    assertThat(Phrases.waiting(reason, MONDAY, Language.ZH).text())
        .contains("11 月 23 日（周一）09:00")
        .contains("这个对话会一直等着他们");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "asked",
        "not_understood",
        "safety",
        "threat",
        "legal",
        "payment_dispute",
        "anger"
      })
  void every_reason_has_words_of_its_own_whether_or_not_somebody_is_there(String reason) {
    for (var language : Language.values()) {
      assertThat(Phrases.handover(reason, language))
          .isNotEqualTo(Phrases.handover("another", language));
      assertThat(Phrases.unattended(reason, language))
          .isNotEqualTo(Phrases.unattended("another", language));
      assertThat(Phrases.waiting(reason, MONDAY, language))
          .isNotEqualTo(Phrases.waiting("another", MONDAY, language));
    }
  }
}
