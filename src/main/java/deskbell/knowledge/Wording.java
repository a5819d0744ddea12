package deskbell.knowledge;

import deskbell.conversation.Language;

/**
 * The synonyms of a language as editors see them, in the format of the synonyms' file.
 *
 * @param version grows with every change; what an editor's next change must name. 0 where the
 *     file's are in force
 */
public record Wording(Language language, String text, long version) {
  /** Characters that the text may have at most. */
  public static final int MAX_TEXT = 200_000;
}
