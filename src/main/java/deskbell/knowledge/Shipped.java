package deskbell.knowledge;

import deskbell.conversation.Language;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * What the files hold, which edits lie over. Immutable; any thread.
 *
 * @param synonyms the text of each language's synonyms
 */
public record Shipped(Map<ArticleKey, Article> articles, Map<Language, String> synonyms) {
  /** No files at all. */
  public static final Shipped NONE = new Shipped(Map.of(), Map.of());

  public Shipped {
    articles = Map.copyOf(articles);
    synonyms = Map.copyOf(synonyms);
  }

  /** These articles and synonyms. */
  public static Shipped of(List<Article> articles, Map<Language, String> synonyms) {
    return new Shipped(
        articles.stream().collect(Collectors.toMap(Article::key, Function.identity())), synonyms);
  }

  /** The article as its file has it; empty where there is none. */
  public Optional<Article> article(ArticleKey key) {
    return Optional.ofNullable(articles.get(key));
  }

  /** The fingerprint of an article's file; empty where there is none. */
  public Optional<String> seed(ArticleKey key) {
    return article(key).map(Fingerprint::of);
  }

  /** The article that shoppers are answered from, as its edits stand. */
  public Optional<Article> inForce(ArticleState state) {
    return state.removed()
        ? Optional.empty()
        : state.published().or(() -> Optional.ofNullable(articles.get(state.key())));
  }

  /** The files with edits over them. */
  Edition with(ArticleStore.Edits edits, List<Wording> wordings) {
    var texts = new EnumMap<Language, Wording>(Language.class);
    synonyms.forEach((language, text) -> texts.put(language, new Wording(language, text, 0)));
    wordings.forEach(wording -> texts.put(wording.language(), wording));
    return new Edition(
        edits.publication(),
        Library.of(new ArrayList<>(articles.values()), edits.articles()),
        texts);
  }
}
