package deskbell.console;

import deskbell.answering.Foresight.Outlook;
import deskbell.answering.WhatIf.Changed;
import deskbell.conversation.Choice;
import deskbell.conversation.Invalid;
import deskbell.conversation.Language;
import deskbell.knowledge.ArticleKey;
import deskbell.knowledge.Wording;
import deskbell.web.Fields;
import io.vertx.core.Future;
import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.Locale;

/**
 * {@code /api/what-if}: which answers a change would change, told slice by slice of the questions
 * that were logged last.
 */
final class WhatIfRoutes {
  private static final int MAX_ID = 100;
  private static final int MAX_LANGUAGE = 20;
  private static final int MAX_PLACE = 200;

  private final ReviewDesk desk;

  WhatIfRoutes(ReviewDesk desk) {
    this.desk = desk;
  }

  void mount(Routes routes) {
    routes.post("/api/what-if", Routes.EDITORS, this::ask);
  }

  private Future<Response> ask(Visit visit) {
    var fields = visit.fields();
    var draft = fields.optionalObject("draft");
    if (draft.isPresent()) {
      var form = form(draft.get());
      return form.article()
          .map(article -> tried(Trial.of(article), fields))
          .orElseGet(() -> Future.succeededFuture(ArticleJson.wrong(form.errors())));
    }
    var removed = fields.optionalObject("removed").map(WhatIfRoutes::key).map(Trial::without);
    var synonyms = fields.optionalObject("synonyms").map(WhatIfRoutes::synonyms);
    var trial =
        removed
            .or(() -> synonyms)
            .orElseThrow(() -> new Invalid("draft", "is missing; or removed, or synonyms"));
    return tried(trial, fields)
        .recover(
            failure ->
                failure instanceof Invalid invalid
                    ? Future.succeededFuture(ArticleJson.wrong(List.of(invalid)))
                    : Future.failedFuture(failure));
  }

  private Future<Response> tried(Trial trial, Fields fields) {
    var after = fields.optionalText("after", MAX_PLACE);
    return desk.trials()
        .tried(trial, after)
        .compose(tried -> shown(tried.changes()).map(changes -> json(tried, changes)))
        .compose(json -> after.isPresent() ? Future.succeededFuture(json) : withTotal(json))
        .map(Response::ok);
  }

  private Future<JsonObject> withTotal(JsonObject json) {
    return desk.trials().total().map(total -> json.put("total", total));
  }

  private Future<List<JsonObject>> shown(List<Changed> changes) {
    return changes.isEmpty()
        ? Future.succeededFuture(List.of())
        : desk.worker().call(() -> changes.stream().map(this::change).toList());
  }

  private JsonObject change(Changed change) {
    var question = change.question();
    return new JsonObject()
        .put("question", desk.reader().shown(question.text(), question.language()))
        .put("language", question.language().code())
        .put("before", outlook(change.before()))
        .put("after", outlook(change.after()))
        .put("reworded", change.reworded());
  }

  private static JsonObject json(Trials.Tried tried, List<JsonObject> changes) {
    var json =
        new JsonObject()
            .put("asked", tried.asked())
            .put("changes", DeskJson.array(changes, change -> change));
    tried.next().ifPresent(next -> json.put("next", next));
    return json;
  }

  private static JsonObject outlook(Outlook outlook) {
    return new JsonObject()
        .put("kind", outlook.kind().name().toLowerCase(Locale.ROOT))
        .put("about", DeskJson.array(outlook.about(), WhatIfRoutes::about));
  }

  private static JsonObject about(Choice choice) {
    return new JsonObject().put("label", choice.label()).put("value", choice.value());
  }

  private ArticleForm form(Fields draft) {
    var fields =
        draft.optionalObject("fields").orElseThrow(() -> new Invalid("draft.fields", "is missing"));
    return ArticleForm.read(key(draft), fields, desk.knownIntent());
  }

  private static ArticleKey key(Fields named) {
    return new ArticleKey(named.text("id", MAX_ID), language(named));
  }

  private static Trial synonyms(Fields fields) {
    return Trial.of(language(fields), fields.text("text", Wording.MAX_TEXT));
  }

  private static Language language(Fields fields) {
    return Language.parse(fields.text("language", MAX_LANGUAGE));
  }
}
