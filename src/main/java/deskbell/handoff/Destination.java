package deskbell.handoff;

/** Where an agent passes a shopper on to. */
public sealed interface Destination {
  /** To one colleague, who has the conversation at once. */
  record ToAgent(String name) implements Destination {}

  /** Back to the queue, for whoever the shopper waited for before. */
  record ToQueue() implements Destination {}

  /** Back to the queue, for whoever is there for this department. */
  record ToDepartment(String id) implements Destination {}
}
