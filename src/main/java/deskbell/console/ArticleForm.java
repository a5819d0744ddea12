package deskbell.console;

import deskbell.conversation.Invalid;
import deskbell.knowledge.Article;
import deskbell.knowledge.ArticleKey;
import deskbell.web.Fields;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.Supplier;

/**
 * An article as an editor sent it, or everything that is wrong with it.
 *
 * @param article empty where there are errors
 */
record ArticleForm(Optional<Article> article, List<Invalid> errors) {
  private static final int MAX_DAY = 40;

  ArticleForm {
    errors = List.copyOf(errors);
  }

  /** Reads question, also, intent, tags, review and answer. */
  static ArticleForm read(ArticleKey key, Fields fields, Predicate<String> knownIntent) {
    return new Reader(fields).article(key, knownIntent);
  }

  /** Reads on after an error, so that all of them are told at once. */
  private static final class Reader {
    private final Fields fields;
    private final List<Invalid> errors = new ArrayList<>();

    Reader(Fields fields) {
      this.fields = fields;
    }

    ArticleForm article(ArticleKey key, Predicate<String> knownIntent) {
      var question = required("question", Article.MAX_PHRASING);
      var also = each("also");
      var intent = given("intent").filter(name -> known(name, knownIntent));
      var tags = each("tags");
      var review = given("review").flatMap(this::day);
      var answer = required("answer", Article.MAX_ANSWER);
      var article =
          errors.isEmpty()
              ? tried(
                  () -> Optional.of(new Article(key, question, also, intent, tags, review, answer)),
                  Optional.<Article>empty())
              : Optional.<Article>empty();
      return new ArticleForm(article, errors);
    }

    private String required(String name, int max) {
      return tried(
          () -> {
            var text = fields.text(name, max).strip();
            if (text.isEmpty()) {
              throw new Invalid(name, "is blank");
            }
            return text;
          },
          "");
    }

    private List<String> each(String name) {
      return tried(() -> fields.texts(name, Article.MAX_PHRASING), List.<String>of());
    }

    private Optional<String> given(String name) {
      return tried(
          () ->
              fields
                  .optionalText(name, Article.MAX_PHRASING)
                  .map(String::strip)
                  .filter(text -> !text.isEmpty()),
          Optional.<String>empty());
    }

    private boolean known(String intent, Predicate<String> knownIntent) {
      if (!knownIntent.test(intent)) {
        errors.add(new Invalid("intent", "is \"" + intent + "\"; no such intent is known"));
      }
      return true;
    }

    private Optional<LocalDate> day(String text) {
      try {
        return Optional.of(LocalDate.parse(text));
      } catch (DateTimeParseException wrong) {
        var shown = text.substring(0, Math.min(text.length(), MAX_DAY));
        errors.add(new Invalid("review", "is \"" + shown + "\"; a day such as 2027-01-31", wrong));
        return Optional.empty();
      }
    }

    private <T> T tried(Supplier<T> reading, T otherwise) {
      try {
        return reading.get();
      } catch (Invalid error) {
        errors.add(error);
        return otherwise;
      }
    }
  }
}
