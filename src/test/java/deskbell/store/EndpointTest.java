package deskbell.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import deskbell.conversation.Invalid;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EndpointTest {
  @Test
  void an_address_is_read_with_its_escapes_and_shown_without_its_password() {
    var endpoint =
        Endpoint.parse(
            "postgresql://desk%40bell:p%3Ass%2Fw+rd@db.example:6432/shop?sslmode=verify-full");
    assertThat(endpoint)
        .isEqualTo(
            new Endpoint("db.example", 6432, "shop", "desk@bell", "p:ss/w+rd", "verify-full", ""));
    assertThat(endpoint.toString())
        .isEqualTo("postgresql://desk@bell:***@db.example:6432/shop?sslmode=verify-full");
  }

  @Test
  void port_and_sslmode_have_defaults() {
    var endpoint = Endpoint.parse("postgres://u:p@localhost/shop");
    assertThat(endpoint.port()).isEqualTo(5432);
    assertThat(endpoint.sslMode()).isEqualTo("prefer");
  }

  @Test
  void embedded_is_a_folder() {
    assertThat(DatabaseLocation.parse("embedded", Path.of("data")))
        .isEqualTo(new DatabaseLocation.Embedded(Path.of("data")));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      textBlock =
          """
          mysql://u:hidden@h/d                        ; database must be embedded or begin with postgresql://
          postgresql://u:hidden@h                     ; database names no database name
          postgresql://h/d                            ; database names no user
          postgresql://u:hidden@h:70000/d             ; database has port 70000; must be 1 to 65535
          postgresql://u:hidden@h/d?sslmode=maybe     ; database has sslmode maybe; known: disable, prefer, require, verify-ca, verify-full
          postgresql://u:hidden@h/d?ssl=true          ; database has the parameter ssl; known: sslmode, sslrootcert
          postgresql://u:hid den@h/d                  ; database is no address: Illegal character in authority at character 19
          """)
  void what_breaks_a_rule_is_named_without_the_password(String address, String message) {
    assertThatThrownBy(() -> Endpoint.parse(address))
        .isInstanceOf(Invalid.class)
        .hasMessageStartingWith(message)
        .hasMessageNotContaining("hid");
  }
}
