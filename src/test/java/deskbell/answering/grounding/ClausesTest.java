package deskbell.answering.grounding;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ClausesTest {
  private static final Clauses PRICES =
      Clauses.of(
          List.of(
              "Parcels come by DPD, every day but Sunday.",
              "What it costs:",
              "Next day with DPD: £5.95, before 14:00",
              "Named day with DPD: £6.95"));
  private static final Clauses REFUNDS =
      Clauses.of(List.of("到账时间取决于付款方式：微信：1天，银行卡：3天。", "没收到请联系我们。"));

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Parcels come by DPD.",
        "Every day but Sunday. Parcels come by DPD.",
        "What it costs: Next day with DPD: £5.95.",
        "What it costs: Next day with DPD: £5.95, before 14:00. Named day with DPD: £6.95",
        "What it costs:\nNext day with DPD: £5.95\nNamed day with DPD: £6.95",
        ""
      })
  void clauses_may_be_left_out(String text) {
    assertThat(PRICES.foreign(text)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "What it costs: Next day with DPD: £6.95.",
        "What it costs: £6.95.",
        "Next day with DPD: £5.95.",
        "What it costs: Next day with DPD, before 14:00.",
        "Parcels come by DPD, £5.95.",
        "Every day but Sunday, parcels come by DPD.",
        "Parcels come by Evri."
      })
  void nothing_is_joined_that_stands_apart(String text) {
    assertThat(PRICES.foreign(text)).isPresent();
  }

  @ParameterizedTest
  @ValueSource(strings = {"没收到请联系我们。", "到账时间取决于付款方式：微信：1天。", "银行卡：3天。没收到请联系我们。"})
  void chinese_clauses_may_be_left_out(String text) {
    assertThat(REFUNDS.foreign(text)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"微信：3天。", "1天。", "到账时间取决于付款方式：银行卡：3天。"})
  void nothing_chinese_is_joined_that_stands_apart(String text) {
    assertThat(REFUNDS.foreign(text)).isPresent();
  }
}
