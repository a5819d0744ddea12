package deskbell.webchat.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import deskbell.conversation.Invalid;
import deskbell.webchat.Deed;
import deskbell.webchat.mail.MailSettings.Security;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MailSettingsTest {
  private static final String FROM = "Lantern Lane <chat@shop.example>";

  @Test
  void an_address_says_server_security_and_user() {
    var full = parse("smtp://chat%40shop.example:p+a%3As@mail.example:2525", FROM);
    assertThat(full.host()).isEqualTo("mail.example");
    assertThat(full.port()).isEqualTo(2525);
    assertThat(full.security()).isEqualTo(Security.STARTTLS);
    assertThat(full.user()).contains(new MailSettings.User("chat@shop.example", "p+a:s"));
    assertThat(full.toString()).doesNotContain("p+a:s");
    assertThat(parse("smtps://mail.example", FROM).port()).isEqualTo(465);
    assertThat(parse("smtp://mail.example", FROM).port()).isEqualTo(587);
    assertThat(parse("smtp+plain://localhost:25", "a@b.example").security())
        .isEqualTo(Security.NONE);
  }

  @ParameterizedTest
  @ValueSource(strings = {"mail.example", "http://mail.example", "smtp://", "smtp://a:secret@ b"})
  void what_is_no_address_is_refused_without_being_shown(String server) {
    assertThatThrownBy(() -> parse(server, FROM))
        .isInstanceOf(Invalid.class)
        .hasMessageStartingWith("mail server is no address")
        .hasMessageNotContaining("secret");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "Lantern Lane", "Lane <>", "a@b.example\r\nBcc: x@y.example"})
  void whoever_sends_has_an_address(String from) {
    assertThatThrownBy(() -> parse("smtp://mail.example", from))
        .isInstanceOf(Invalid.class)
        .hasMessageStartingWith("mail from is ");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "ada",
        "ada@shop",
        "a@b.example,c@d.example",
        "Ada <a@b.example>",
        "a@b.example\nBcc: c@d.e",
        "\"a\"@b.example",
        "a(x)@b.example",
        "a@b..example"
      })
  void mail_goes_to_one_plain_address_only(String email) {
    assertThatThrownBy(() -> new Deed.Transcript(email)).isInstanceOf(Invalid.class);
  }

  private static MailSettings parse(String server, String from) {
    return MailSettings.parse(server, from, ZoneOffset.UTC);
  }
}
