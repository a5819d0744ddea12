package deskbell.conversation;

/** Up to which number one side has received and read a conversation; 0 for nothing yet. */
public record Seen(long delivered, long read) {
  /** Nothing has arrived. */
  public static final Seen NOTHING = new Seen(0, 0);

  /** What is read has arrived. */
  public Seen {
    if (read < 0 || delivered < read) {
      throw new Invalid("delivered", "is " + delivered + "; what was read is " + read);
    }
  }

  /** Up to this number, as far as is known. */
  public static Seen delivered(long seq) {
    return new Seen(seq, 0);
  }

  /** Read up to this number. */
  public static Seen read(long seq) {
    return new Seen(seq, seq);
  }

  /** The higher of both. */
  public Seen and(Seen other) {
    return new Seen(Math.max(delivered, other.delivered), Math.max(read, other.read));
  }
}
