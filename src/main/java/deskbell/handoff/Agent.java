package deskbell.handoff;

/**
 * Somebody at the desk.
 *
 * @param name shown to shoppers
 * @param supervisor true where they may take a conversation from another agent
 */
public record Agent(String name, boolean supervisor) {}
