package deskbell;

/** The name and password made at the first start; shown once and kept nowhere. */
public record FirstSignIn(String name, String password) {
  @Override
  public String toString() {
    return name + " / ***";
  }
}
