package deskbell.webchat;

import java.time.Duration;
import java.util.Optional;

/** Settings for tests: generous limits, short times, one thing at a time made narrow. */
final class TestSettings {
  private static final SocketSettings.Times SHORT =
      new SocketSettings.Times(
          Duration.ofSeconds(5),
          Duration.ofSeconds(1),
          Duration.ofSeconds(8),
          Duration.ofSeconds(1),
          Duration.ofMillis(20),
          Duration.ofSeconds(2),
          Duration.ofSeconds(2),
          Duration.ofMillis(300),
          Duration.ofSeconds(2));

  private TestSettings() {}

  /** Nothing in the way. */
  static SocketSettings open() {
    return limits(1_000, 1_000, 1_000);
  }

  static SocketSettings limits(int messages, int socketsPerAddress, int conversationsPerHour) {
    return new SocketSettings(
        new SocketSettings.Limits(
            messages,
            Duration.ofSeconds(10),
            100_000,
            Duration.ofSeconds(10),
            socketsPerAddress,
            conversationsPerHour,
            16 * 1024,
            50,
            3),
        SHORT,
        new Secret("test"),
        Optional.empty(),
        false,
        true);
  }

  /** No more frames of any kind than this within 10 s. */
  static SocketSettings frames(int frames) {
    var limits = open().limits();
    return with(
        new SocketSettings.Limits(
            limits.messages(),
            limits.messagesWithin(),
            frames,
            limits.framesWithin(),
            limits.socketsPerAddress(),
            limits.conversationsPerHour(),
            limits.writeQueueBytes(),
            limits.page(),
            limits.acceptTries()),
        SHORT);
  }

  static SocketSettings times(Duration helloWithin, Duration pingAfter, Duration idleAfter) {
    return with(
        open().limits(),
        new SocketSettings.Times(
            helloWithin,
            pingAfter,
            idleAfter,
            SHORT.standingEvery(),
            SHORT.acceptRetryAfter(),
            SHORT.retryAfter(),
            SHORT.stopWait(),
            SHORT.signEvery(),
            SHORT.silence()));
  }

  /** Who waits is told the place so often where nothing has moved. */
  static SocketSettings standingEvery(Duration every) {
    return with(
        open().limits(),
        new SocketSettings.Times(
            SHORT.helloWithin(),
            SHORT.pingAfter(),
            SHORT.idleAfter(),
            every,
            SHORT.acceptRetryAfter(),
            SHORT.retryAfter(),
            SHORT.stopWait(),
            SHORT.signEvery(),
            SHORT.silence()));
  }

  static SocketSettings identity(Secret secret, boolean enforced) {
    var open = open();
    return new SocketSettings(
        open.limits(), SHORT, open.addressKey(), Optional.ofNullable(secret), enforced, false);
  }

  private static SocketSettings with(SocketSettings.Limits limits, SocketSettings.Times times) {
    var open = open();
    return new SocketSettings(limits, times, open.addressKey(), Optional.empty(), false, false);
  }
}
