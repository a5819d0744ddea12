package deskbell.dialog;

/** What kind of wish a message is. Pure. */
public final class Inquiry {
  private Inquiry() {}

  /**
   * True where a message asks how things are done in general; not where it wants something done, or
   * asks about what is the shopper's own: "where is my parcel".
   */
  public static boolean general(String text) {
    return Words.asks(text) && !Pointing.own(text);
  }

  /** True where a message asks why there should be a person: it asks for none. */
  public static boolean atPerson(String text) {
    return Pointing.wondersAtPerson(text);
  }
}
