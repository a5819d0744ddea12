package deskbell.dialog;

/**
 * What may be told to others of a conversation's flows.
 *
 * @param state with the values of {@code private} slots left out
 * @param whole false where the open question is for such a slot: then the shopper's next words may
 *     be its value
 */
public record Disclosed(DialogState state, boolean whole) {}
