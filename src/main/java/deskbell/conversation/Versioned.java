package deskbell.conversation;

/**
 * Something that is kept, under a version that grows with every change. Whoever changes it may say
 * which version they saw, and fails with {@link Conflict} where it is another by now.
 *
 * @param version 0 where there is nothing yet
 */
public record Versioned<T>(T value, long version) {}
