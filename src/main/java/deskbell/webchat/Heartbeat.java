package deskbell.webchat;

/** Decides from the seconds that pass whether a socket still lives. One a socket, on its loop. */
final class Heartbeat {
  /** What is to be done now. */
  enum Due {
    NOTHING,
    /** Ask for a sign of life. */
    PING,
    /** No hello came in time. */
    NO_HELLO,
    /** No sign of life came in time. */
    DEAD
  }

  private final int openedAt;
  private int heardAt;
  private int now;
  private boolean asked;

  Heartbeat(int now) {
    this.now = now;
    openedAt = now;
    heardAt = now;
  }

  /** Something came. */
  void heard() {
    heardAt = now;
    asked = false;
  }

  /** Seconds since something came. */
  int silence() {
    return now - heardAt;
  }

  /** The time, as counted by sweeps. */
  int now() {
    return now;
  }

  /**
   * @param waiting true while no hello has come and none is being answered
   */
  Due beat(int second, boolean waiting, SocketSettings.Times times) {
    now = second;
    if (waiting && now - openedAt >= times.helloWithin().toSeconds()) {
      return Due.NO_HELLO;
    }
    if (silence() >= times.idleAfter().toSeconds()) {
      return Due.DEAD;
    }
    if (asked || silence() < times.pingAfter().toSeconds()) {
      return Due.NOTHING;
    }
    asked = true;
    return Due.PING;
  }
}
