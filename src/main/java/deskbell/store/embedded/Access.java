package deskbell.store.embedded;

/** How to reach a database of the embedded server. Loopback only, SCRAM always. */
public record Access(String host, int port, String database, String user, String password) {
  /** The same server and user, another database. */
  public Access to(String other) {
    return new Access(host, port, other, user, password);
  }

  /** Everything but the password. */
  @Override
  public String toString() {
    return "postgresql://%s@%s:%d/%s".formatted(user, host, port, database);
  }
}
