package deskbell.handoff;

import java.time.Instant;

/**
 * What an agent wrote for colleagues; shoppers never see it.
 *
 * @param number counts the notes of a conversation from 1, apart from its messages
 */
public record Note(long number, String agent, String text, Instant at) {}
