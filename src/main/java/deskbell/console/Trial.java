package deskbell.console;

import deskbell.conversation.Language;
import deskbell.knowledge.Article;
import deskbell.knowledge.ArticleKey;
import deskbell.knowledge.Edition;
import deskbell.knowledge.Library;
import deskbell.knowledge.text.Synonyms;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

/**
 * A change of the knowledge base that is to be tried.
 *
 * @param articles other texts; empty for an article that would be taken out
 * @param synonyms other texts
 */
record Trial(Map<ArticleKey, Optional<Article>> articles, Map<Language, String> synonyms) {
  Trial {
    articles = Map.copyOf(articles);
    synonyms = Map.copyOf(synonyms);
  }

  static Trial of(Article draft) {
    return new Trial(Map.of(draft.key(), Optional.of(draft)), Map.of());
  }

  static Trial without(ArticleKey key) {
    return new Trial(Map.of(key, Optional.empty()), Map.of());
  }

  static Trial of(Language language, String synonyms) {
    return new Trial(Map.of(), Map.of(language, synonyms));
  }

  /** The articles with the change. */
  Library library(Edition now) {
    return Library.of(now.library().all(), articles);
  }

  /** The synonyms with the change; {@link deskbell.conversation.Invalid} where they are broken. */
  Map<Language, Synonyms> synonyms(Edition now) {
    var all = new EnumMap<Language, Synonyms>(Language.class);
    for (var language : Language.values()) {
      var text = synonyms.getOrDefault(language, now.synonyms(language).text());
      all.put(language, Synonyms.parse("synonyms", language, text));
    }
    return all;
  }
}
