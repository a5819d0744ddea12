package deskbell;

/** Starts Deskbell. */
public final class Main {
  private Main() {}

  /** Runs the command named by the first argument. */
  public static void main(String... args) {
    System.out.println("deskbell " + String.join(" ", args));
  }
}
