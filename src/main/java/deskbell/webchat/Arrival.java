package deskbell.webchat;

/** What a hello leads to. */
sealed interface Arrival {
  /** The socket joins a conversation, a new one or one that goes on. */
  record Taken(Session session, ResumeToken token) implements Arrival {}

  /** The hello was refused. */
  record Turned(ServerFrame.Problem error) implements Arrival {}
}
