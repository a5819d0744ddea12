package deskbell.knowledge;

import deskbell.conversation.Invalid;
import deskbell.conversation.Language;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Names one article in one language. The id is the file's name without its ending, in lower case;
 * the same id in another language is the translation.
 */
public record ArticleKey(String id, Language language) implements Comparable<ArticleKey> {
  private static final Pattern ID = Pattern.compile("[\\p{L}\\p{N}][\\p{L}\\p{N}._-]{0,99}");

  public ArticleKey {
    id = id.toLowerCase(Locale.ROOT);
    if (!ID.matcher(id).matches()) {
      throw new Invalid(
          "id", "is \"" + id + "\"; 1 to 100 letters, digits, hyphens, dots or underscores");
    }
  }

  @Override
  public int compareTo(ArticleKey other) {
    var byId = id.compareTo(other.id);
    return byId != 0 ? byId : language.compareTo(other.language);
  }

  @Override
  public String toString() {
    return language.code() + "/" + id;
  }
}
