package deskbell.console;

import deskbell.conversation.Invalid;
import deskbell.conversation.Language;
import deskbell.knowledge.review.UseLog;
import deskbell.knowledge.review.Used;
import io.vertx.core.Future;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;

/** {@code /api/usage/articles}: which articles are used, are of help, or have never answered. */
final class UseRoutes {
  private static final int DAYS = 30;
  private static final int PAGE = 50;

  private final ReviewDesk desk;

  UseRoutes(ReviewDesk desk) {
    this.desk = desk;
  }

  void mount(Routes routes) {
    routes.get("/api/usage/articles", Routes.EDITORS, this::articles);
  }

  private Future<Response> articles(Visit visit) {
    var page = visit.number("page", 1);
    if (page < 1) {
      throw new Invalid("page", "is " + page + "; pages begin at 1");
    }
    var language = visit.query("language").map(Language::parse);
    var show = UseList.parse("show", visit.query("show").orElse("all"), UseList.Show.class);
    var order = UseList.parse("sort", visit.query("sort").orElse("answered"), UseList.Order.class);
    var backwards = visit.query("backwards").filter("true"::equals).isPresent();
    var today = today(desk);
    var from = from(visit, desk);
    return Future.all(desk.used().used(from, today), desk.used().since())
        .map(
            read -> {
              List<Used> used = read.resultAt(0);
              LocalDate since = read.resultAt(1);
              var all = UseList.of(desk.editions().current().library(), used).in(language);
              return Response.ok(
                  all.showing(show)
                      .by(order, backwards)
                      .page(page, PAGE)
                      .put("answers", all.answered())
                      .put("never", all.never())
                      .put("from", from.toString())
                      .put("since", since.toString()));
            });
  }

  private static LocalDate today(ReviewDesk desk) {
    return LocalDate.ofInstant(desk.clock().instant(), ZoneOffset.UTC);
  }

  /** The first of the days that are asked for. */
  static LocalDate from(Visit visit, ReviewDesk desk) {
    return today(desk).minusDays(days(visit) - 1);
  }

  private static long days(Visit visit) {
    var days = visit.number("days", DAYS);
    if (days < 1 || days > UseLog.LONGEST) {
      throw new Invalid("days", "is " + days + "; from 1 to " + UseLog.LONGEST);
    }
    return days;
  }
}
