package deskbell.answering;

/** Hears how turns went, for the metrics. Must be quick; any thread. */
public interface TurnObserver {
  /** Hears nothing. */
  TurnObserver NONE =
      new TurnObserver() {
        @Override
        public void answered(long nanoseconds) {}

        @Override
        public void fenced() {}
      };

  /** A turn was answered and stored, so many nanoseconds after its mailbox took it. */
  void answered(long nanoseconds);

  /** An answer was dropped by the fence. */
  void fenced();
}
