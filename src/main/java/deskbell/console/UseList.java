package deskbell.console;

import deskbell.conversation.Invalid;
import deskbell.conversation.Language;
import deskbell.knowledge.Article;
import deskbell.knowledge.ArticleKey;
import deskbell.knowledge.Library;
import deskbell.knowledge.review.Used;
import io.vertx.core.json.JsonObject;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Every article in force, one row a language, with how often it was used. */
record UseList(List<Row> rows) {
  /** An article and its figures. */
  record Row(Article article, Used used) {
    private boolean never() {
      return used.last().isEmpty();
    }
  }

  /** Which articles are looked for. */
  enum Show {
    ALL,
    NEVER,
    UNHELPFUL
  }

  /** What the list is ordered by: the greatest figure first, or the questions as they are spelt. */
  enum Order {
    ANSWERED,
    HELPFUL,
    UNHELPFUL,
    HANDED_OVER,
    LAST,
    QUESTION;

    private Comparator<Row> comparator() {
      return Comparator.comparingLong(this::figure)
          .reversed()
          .thenComparing(row -> row.article().question())
          .thenComparing(row -> row.article().key());
    }

    private long figure(Row row) {
      var used = row.used();
      return switch (this) {
        case ANSWERED -> used.answered();
        case HELPFUL -> used.helpful();
        case UNHELPFUL -> used.unhelpful();
        case HANDED_OVER -> used.handedOver();
        case LAST -> used.last().map(LocalDate::toEpochDay).orElse(Long.MIN_VALUE);
        case QUESTION -> 0;
      };
    }
  }

  /** The articles of a library with what is known of their use. */
  static UseList of(Library library, List<Used> used) {
    var byKey = used.stream().collect(Collectors.toMap(Used::article, Function.identity()));
    return new UseList(
        library.all().stream().map(article -> new Row(article, figures(article, byKey))).toList());
  }

  private static Used figures(Article article, Map<ArticleKey, Used> byKey) {
    return byKey.getOrDefault(article.key(), Used.never(article.key()));
  }

  /** The constant of this name on the wire. */
  static <E extends Enum<E>> E parse(String field, String name, Class<E> of) {
    return Stream.of(of.getEnumConstants())
        .filter(one -> wire(one).equals(name))
        .findFirst()
        .orElseThrow(
            () ->
                new Invalid(
                    field,
                    "is \"%s\"; one of %s"
                        .formatted(
                            name,
                            Stream.of(of.getEnumConstants())
                                .map(UseList::wire)
                                .collect(Collectors.joining(", ")))));
  }

  private static String wire(Enum<?> one) {
    return one.name().toLowerCase(Locale.ROOT);
  }

  /** Those of one language, or of any. */
  UseList in(Optional<Language> language) {
    return new UseList(
        rows.stream()
            .filter(row -> language.map(row.article().language()::equals).orElse(true))
            .toList());
  }

  UseList showing(Show show) {
    return new UseList(
        rows.stream()
            .filter(
                row ->
                    switch (show) {
                      case ALL -> true;
                      case NEVER -> row.never();
                      case UNHELPFUL -> row.used().unhelpful() > 0 || row.used().handedOver() > 0;
                    })
            .toList());
  }

  /** In this order, or the other way round. */
  UseList by(Order order, boolean backwards) {
    var comparator = backwards ? order.comparator().reversed() : order.comparator();
    return new UseList(rows.stream().sorted(comparator).toList());
  }

  /** How many have never answered, as far as is looked back. */
  long never() {
    return rows.stream().filter(Row::never).count();
  }

  /** Answers of all of them. */
  long answered() {
    return rows.stream().mapToLong(row -> row.used().answered()).sum();
  }

  /** One page, counted from 1. */
  JsonObject page(long page, int size) {
    var shown = rows.stream().skip((page - 1) * size).limit(size).toList();
    return new JsonObject()
        .put("articles", DeskJson.array(shown, UseList::row))
        .put("total", rows.size())
        .put("page", page)
        .put("pageSize", size);
  }

  private static JsonObject row(Row row) {
    var used = row.used();
    var json =
        new JsonObject()
            .put("id", row.article().id())
            .put("language", row.article().language().code())
            .put("question", row.article().question())
            .put("answered", used.answered())
            .put("helpful", used.helpful())
            .put("unhelpful", used.unhelpful())
            .put("handedOver", used.handedOver());
    used.last().ifPresent(day -> json.put("last", day.toString()));
    return json;
  }
}
