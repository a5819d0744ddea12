package deskbell.console;

import deskbell.conversation.Invalid;
import deskbell.conversation.Language;
import deskbell.knowledge.Article;
import deskbell.knowledge.ArticleKey;
import deskbell.web.Fields;
import io.vertx.core.Future;
import java.util.Optional;

/** {@code /api/ask}: the bot's answer to a shopper's words, with its reasons. */
final class AskRoutes {
  /** UTF-16 units of a question. */
  static final int MAX_TEXT = 4_000;

  private static final int MAX_ID = 100;
  private static final int MAX_LANGUAGE = 20;

  private final ArticleDesk desk;

  AskRoutes(ArticleDesk desk) {
    this.desk = desk;
  }

  void mount(Routes routes) {
    routes.post("/api/ask", Routes.ANYBODY, this::ask);
  }

  private Future<Response> ask(Visit visit) {
    var fields = visit.fields();
    var text = fields.text("text", MAX_TEXT);
    if (text.isBlank()) {
      throw new Invalid("text", "is blank");
    }
    var language = language(fields);
    var form = fields.optionalObject("draft").map(this::form);
    if (form.isPresent() && form.get().article().isEmpty()) {
      return Future.succeededFuture(ArticleJson.wrong(form.get().errors()));
    }
    Optional<Article> draft = form.flatMap(ArticleForm::article);
    return desk.shopper()
        .ask(text, language, draft)
        .map(asked -> Response.ok(ArticleJson.asked(asked)));
  }

  private ArticleForm form(Fields draft) {
    var key = new ArticleKey(draft.text("id", MAX_ID), language(draft));
    var fields =
        draft.optionalObject("fields").orElseThrow(() -> new Invalid("draft.fields", "is missing"));
    return ArticleForm.read(key, fields, desk.knownIntent());
  }

  private static Language language(Fields fields) {
    return Language.parse(fields.text("language", MAX_LANGUAGE));
  }
}
