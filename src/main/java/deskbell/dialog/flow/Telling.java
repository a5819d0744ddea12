package deskbell.dialog.flow;

import deskbell.conversation.Language;
import java.util.HashMap;
import java.util.Map;

/**
 * Takes turns among the variants of texts, so that none comes twice in a row in one conversation,
 * also when flows end and begin again in between. Belongs to one turn.
 */
public final class Telling {
  private final Map<String, Integer> last;

  /** Goes on from what was told before: the variant that came last, from 0, by a text's key. */
  public Telling(Map<String, Integer> told) {
    this.last = new HashMap<>(told);
  }

  /** What has been told by now. */
  public Map<String, Integer> told() {
    return Map.copyOf(last);
  }

  /** The variant that comes next; the first one at first. */
  Template next(Phrase phrase, Language language) {
    var variants = phrase.variants(language);
    if (variants.size() == 1) {
      return variants.getFirst();
    }
    return variants.get(last.merge(phrase.key(), 0, (before, _) -> (before + 1) % variants.size()));
  }
}
