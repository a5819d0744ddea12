package deskbell.conversation;

/** A shopper whom the shop has vouched for by a valid signature. */
public record Identity(String user) {
  /** Characters a user id may have at most. */
  public static final int MAX_CHARACTERS = 200;

  public Identity {
    if (user.isBlank() || user.length() > MAX_CHARACTERS) {
      throw new Invalid("identity.user", "must have 1 to " + MAX_CHARACTERS + " characters");
    }
  }
}
