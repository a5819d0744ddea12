package deskbell.knowledge.phrases;

import deskbell.conversation.Language;

/**
 * What somebody wrote once.
 *
 * @param label what it stands for
 */
public record Phrase(String text, Language language, String label) {}
