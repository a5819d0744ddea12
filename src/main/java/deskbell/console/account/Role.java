package deskbell.console.account;

import deskbell.conversation.Invalid;
import java.util.Arrays;
import java.util.Locale;

/** What somebody may do who signs in. */
public enum Role {
  /** Tickets, conversations and the desk's socket. */
  AGENT,
  /** Articles and synonyms. */
  EDITOR,
  /** Everything, people included. */
  ADMIN;

  /** The name on the wire, in the database and on the command line. */
  public String wire() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The role of a name from outside; anything unknown is {@link Invalid}. */
  public static Role parse(String name) {
    return Arrays.stream(values())
        .filter(role -> role.wire().equals(name))
        .findFirst()
        .orElseThrow(() -> new Invalid("role", "is \"" + name + "\"; one of agent, editor, admin"));
  }

  /** True where this role may do what is meant for {@code needed}. */
  public boolean covers(Role needed) {
    return this == ADMIN || this == needed;
  }
}
