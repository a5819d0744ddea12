package deskbell.console.webhook;

import java.time.Instant;
import java.util.Optional;

/** What became of one try to deliver. */
public sealed interface Attempt {
  /** What the program answered; empty where there was no answer. */
  Optional<Integer> status();

  /** The program has it. */
  record Delivered(int code) implements Attempt {
    @Override
    public Optional<Integer> status() {
      return Optional.of(code);
    }
  }

  /** The program may be told again from this time on. */
  record Failed(Optional<Integer> status, String problem, Instant again) implements Attempt {}

  /** Too much time has gone by, or it was a test. */
  record GivenUp(Optional<Integer> status, String problem) implements Attempt {}
}
