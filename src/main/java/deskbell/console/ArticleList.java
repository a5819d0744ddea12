package deskbell.console;

import deskbell.conversation.Invalid;
import deskbell.conversation.Language;
import deskbell.knowledge.Article;
import deskbell.knowledge.ArticleKey;
import deskbell.knowledge.ArticleState;
import deskbell.knowledge.Shipped;
import io.vertx.core.json.JsonObject;
import java.text.Normalizer;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Every article with its translations, by id. */
record ArticleList(List<Row> rows) {
  /** One article in each language that it is written in. */
  record Row(String id, Map<Language, ArticleView> sides) {
    /** True where one language has the article and another has not. */
    boolean lacks() {
      return sides.values().stream().filter(side -> side.shown().isPresent()).count()
          < Language.values().length;
    }

    boolean behind(ArticleView side) {
      return sides.values().stream().anyMatch(side::behind);
    }
  }

  /** Files and what was edited over them. */
  static ArticleList of(Shipped files, List<ArticleState> edits) {
    var states = edits.stream().collect(Collectors.toMap(ArticleState::key, Function.identity()));
    var keys = new HashSet<ArticleKey>(files.articles().keySet());
    keys.addAll(states.keySet());
    var byId = new TreeMap<String, Map<Language, ArticleView>>();
    for (var key : keys) {
      var state = Optional.ofNullable(states.get(key));
      var view = ArticleView.of(state.orElseGet(() -> ArticleState.untouched(key)), files);
      if (view.shown().isPresent() || view.deleted()) {
        byId.computeIfAbsent(key.id(), id -> new TreeMap<>()).put(key.language(), view);
      }
    }
    return new ArticleList(
        byId.entrySet().stream().map(row -> new Row(row.getKey(), row.getValue())).toList());
  }

  /** Which articles are looked for. */
  enum Show {
    ALL,
    DRAFT,
    MERGE,
    STALE,
    MISSING,
    BEHIND,
    DELETED;

    /** The value of this name on the wire. */
    static Show parse(String name) {
      return Stream.of(values())
          .filter(show -> show.wire().equals(name))
          .findFirst()
          .orElseThrow(
              () ->
                  new Invalid(
                      "show",
                      "is \""
                          + name
                          + "\"; one of all, draft, merge, stale, missing, behind, deleted"));
    }

    private String wire() {
      return name().toLowerCase(Locale.ROOT);
    }

    private boolean has(Row row, ArticleView side, LocalDate today) {
      return switch (this) {
        case ALL -> side.shown().isPresent();
        case DRAFT -> side.state().draft().isPresent();
        case MERGE -> side.state().merge().isPresent() && !side.deleted();
        case STALE -> side.shown().filter(article -> stale(article, today)).isPresent();
        case MISSING -> side.shown().isPresent() && row.lacks();
        case BEHIND -> row.behind(side);
        case DELETED -> side.deleted();
      };
    }
  }

  /** Those of which one language is what is looked for. */
  ArticleList showing(Show show, LocalDate today) {
    return new ArticleList(
        rows.stream()
            .filter(
                row -> row.sides().values().stream().anyMatch(side -> show.has(row, side, today)))
            .toList());
  }

  /** Those that have every word of a query, in this language or in any. */
  ArticleList matching(String query, Optional<Language> language) {
    var words = Stream.of(plain(query).split("\\s+")).filter(word -> !word.isEmpty()).toList();
    if (words.isEmpty() && language.isEmpty()) {
      return this;
    }
    return new ArticleList(
        rows.stream()
            .filter(row -> language.isEmpty() || row.sides().containsKey(language.get()))
            .filter(row -> words.stream().allMatch(text(row, language)::contains))
            .toList());
  }

  private static String text(Row row, Optional<Language> language) {
    return row.sides().values().stream()
        .filter(side -> language.isEmpty() || side.key().language() == language.get())
        .flatMap(side -> side.shown().stream())
        .flatMap(article -> Stream.concat(article.phrasings().stream(), article.tags().stream()))
        .map(ArticleList::plain)
        .collect(Collectors.joining("\n", row.id() + "\n", ""));
  }

  private static String plain(String text) {
    return Normalizer.normalize(text, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
  }

  /** One page, counted from 1. */
  JsonObject page(long page, int size, LocalDate today) {
    var shown = rows.stream().skip((page - 1) * size).limit(size).toList();
    return new JsonObject()
        .put("articles", DeskJson.array(shown, row -> row(row, today)))
        .put("total", rows.size())
        .put("page", page)
        .put("pageSize", size);
  }

  private static JsonObject row(Row row, LocalDate today) {
    var json = new JsonObject().put("id", row.id());
    row.sides().forEach((language, side) -> json.put(language.code(), side(row, side, today)));
    return json;
  }

  private static JsonObject side(Row row, ArticleView side, LocalDate today) {
    var json = new JsonObject();
    side.shown().ifPresent(article -> json.put("question", article.question()));
    return json.put("version", side.state().version())
        .put("draft", Show.DRAFT.has(row, side, today))
        .put("merge", Show.MERGE.has(row, side, today))
        .put("stale", Show.STALE.has(row, side, today))
        .put("behind", Show.BEHIND.has(row, side, today))
        .put("deleted", Show.DELETED.has(row, side, today));
  }

  private static boolean stale(Article article, LocalDate today) {
    return article.review().filter(day -> !day.isAfter(today)).isPresent();
  }
}
