package deskbell.answering;

import static org.assertj.core.api.Assertions.assertThat;

import deskbell.conversation.CallResult;
import deskbell.conversation.Language;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SettledPhrasesTest {
  private static final Map<String, String> ORDER = Map.of("order", "LL20481234");

  @ParameterizedTest
  @ValueSource(
      strings = {
        "cancel_order",
        "change_address",
        "change_refund_account",
        "start_return",
        "request_invoice",
        "open_case",
        "hurry_order",
        "start_exchange",
        "request_refund",
        "price_protection",
        "book_installation"
      })
  void every_outcome_of_every_write_is_told_in_both_languages(String operation) {
    for (var outcome :
        new String[] {"ok", "too_late", "already_done", "already_open", "refused", "unavailable"}) {
      for (var language : Language.values()) {
        assertThat(Phrases.settled(operation, new CallResult(outcome, ORDER), language))
            .as(outcome)
            .contains("LL20481234")
            .doesNotContain("{", "null");
      }
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"ok", "not_found", "not_yet", "refused", "unavailable"})
  void every_outcome_of_erasing_an_account_is_told_in_both_languages(String outcome) {
    for (var language : Language.values()) {
      assertThat(Phrases.settled("erase_account", new CallResult(outcome, Map.of()), language))
          .isNotBlank()
          .doesNotContain("{", "null");
    }
  }

  @ParameterizedTest
  @CsvSource({
    "start_return, return_number, RT20481234",
    "request_invoice, invoice_number, IN20481234",
    "open_case, case_number, CS20481234-1",
    "start_exchange, exchange_number, EX20481234",
    "book_installation, visit_number, VI20481234"
  })
  void a_number_that_the_shop_gave_is_told(String operation, String fact, String number) {
    var result = new CallResult("ok", Map.of("order", "LL20481234", fact, number));
    for (var language : Language.values()) {
      assertThat(Phrases.settled(operation, result, language)).contains("LL20481234", number);
    }
  }

  @Test
  void what_was_refused_is_not_told_as_done() {
    assertThat(Phrases.settled("cancel_order", new CallResult("refused", ORDER), Language.EN))
        .isEqualTo("The shop refused to cancel order LL20481234. It stays as it was.");
  }
}
