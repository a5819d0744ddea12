package deskbell.dialog;

import static org.assertj.core.api.Assertions.assertThat;

import deskbell.conversation.Identity;
import deskbell.conversation.Language;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a conversation remembers of somebody who has an account deleted in the middle of it. */
class ForgettingTest {
  @ParameterizedTest
  @CsvSource({
    "EN, ok, Your account is closed",
    "ZH, ok, 账号已经注销",
    "EN, not_found, The shop has no account under this sign-in any more",
    "ZH, not_found, 这个登录名下已经没有账号了"
  })
  void nothing_is_left_once_the_account_is_gone(Language language, String outcome, String told) {
    var talk =
        new Talk(language, Optional.of(new Identity("anna")))
            .starts("track-order", "track LL20481234")
            .shop("ok", Map.of("status", "packing"))
            .starts("cancel-order", "cancel LL20480077, my e-mail is anna@example.com")
            .shop("ok", Map.of("status", "paid"))
            .starts("delete-account", "delete my account")
            .shop("ok", Map.of());
    assertThat(talk.state().flows()).hasSize(2);
    assertThat(talk.state().known()).containsKey("order");

    talk.presses("yes").shop(outcome, Map.of());

    assertThat(talk.words()).hasSize(1).first().asString().startsWith(told);
    assertThat(talk.state().flows()).isEmpty();
    assertThat(talk.state().known()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"unavailable", "refused"})
  void where_a_colleague_has_to_look_nothing_is_forgotten_yet(String outcome) {
    var talk =
        new Talk(Language.EN, Optional.of(new Identity("anna")))
            .starts("track-order", "track LL20481234")
            .shop("ok", Map.of("status", "packing"))
            .starts("delete-account", "delete my account")
            .shop("ok", Map.of())
            .presses("yes")
            .shop(outcome, Map.of());

    assertThat(talk.acts().getLast()).isInstanceOf(Act.HandOver.class);
    assertThat(talk.state().known()).containsKey("order");
  }
}
