package deskbell.webchat;

import static org.assertj.core.api.Assertions.assertThat;

import deskbell.webchat.Heartbeat.Due;
import org.junit.jupiter.api.Test;

class HeartbeatTest {
  private static final SocketSettings.Times TIMES = SocketSettings.Times.DEFAULTS;

  private final Heartbeat heart = new Heartbeat(100);

  @Test
  void a_hello_is_waited_for_ten_seconds() {
    assertThat(heart.beat(109, true, TIMES)).isEqualTo(Due.NOTHING);
    assertThat(heart.beat(110, true, TIMES)).isEqualTo(Due.NO_HELLO);
    assertThat(heart.beat(110, false, TIMES)).isEqualTo(Due.NOTHING);
  }

  @Test
  void silence_is_asked_about_once_and_then_ends_the_connection() {
    assertThat(heart.beat(129, false, TIMES)).isEqualTo(Due.NOTHING);
    assertThat(heart.beat(130, false, TIMES)).isEqualTo(Due.PING);
    assertThat(heart.beat(131, false, TIMES)).isEqualTo(Due.NOTHING);
    assertThat(heart.beat(174, false, TIMES)).isEqualTo(Due.NOTHING);
    assertThat(heart.beat(175, false, TIMES)).isEqualTo(Due.DEAD);
  }

  @Test
  void a_sign_of_life_begins_the_count_anew() {
    heart.beat(130, false, TIMES);
    heart.heard();

    assertThat(heart.beat(159, false, TIMES)).isEqualTo(Due.NOTHING);
    assertThat(heart.beat(160, false, TIMES)).isEqualTo(Due.PING);
  }
}
