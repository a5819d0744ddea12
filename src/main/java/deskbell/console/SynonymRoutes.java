package deskbell.console;

import deskbell.conversation.Invalid;
import deskbell.conversation.Language;
import deskbell.knowledge.Wording;
import io.vertx.core.Future;
import java.util.List;

/** {@code /api/synonyms}: words that mean the same to the search. */
final class SynonymRoutes {
  private static final String ONE = "/api/synonyms/:lang";

  private final ArticleDesk desk;

  SynonymRoutes(ArticleDesk desk) {
    this.desk = desk;
  }

  void mount(Routes routes) {
    routes.get(ONE, Routes.EDITORS, this::read);
    routes.put(ONE, Routes.EDITORS, this::save);
  }

  private Future<Response> read(Visit visit) {
    return current(language(visit)).map(wording -> Response.ok(ArticleJson.wording(wording)));
  }

  private Future<Response> save(Visit visit) {
    var language = language(visit);
    var fields = visit.fields();
    var wording =
        new Wording(language, fields.text("text", Wording.MAX_TEXT), fields.number("version"));
    var change =
        desk.publishing()
            .save(wording, visit.account().name().value())
            .map(saved -> Response.ok(ArticleJson.wording(saved)))
            .recover(SynonymRoutes::explained);
    return Clash.told(change, () -> current(language).map(ArticleJson::wording));
  }

  private static Future<Response> explained(Throwable failure) {
    return failure instanceof Invalid invalid
        ? Future.succeededFuture(ArticleJson.wrong(List.of(invalid)))
        : Future.failedFuture(failure);
  }

  /** Follows first, so that another node's edit is not overlooked. */
  private Future<Wording> current(Language language) {
    return desk.editions().refresh().map(followed -> desk.editions().current().synonyms(language));
  }

  private static Language language(Visit visit) {
    return Language.parse(visit.path("lang"));
  }
}
