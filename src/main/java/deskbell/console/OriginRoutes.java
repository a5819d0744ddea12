package deskbell.console;

import deskbell.console.setup.SetupInUse;
import deskbell.conversation.Invalid;
import deskbell.web.Origins;
import io.vertx.core.Future;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;

/**
 * {@code /api/setup/origins}: which sites' pages may open the chat. The server's own may always, so
 * that nothing set here locks anybody out.
 */
final class OriginRoutes {
  /** Sites that can be named. */
  static final int MOST = 100;

  private static final String ORIGINS = "/api/setup/origins";

  private final SetupInUse setup;

  OriginRoutes(SetupInUse setup) {
    this.setup = setup;
  }

  void mount(Routes routes) {
    routes.get(ORIGINS, Routes.ADMINS, this::show);
    routes.put(ORIGINS, Routes.ADMINS, this::set);
    routes.delete(ORIGINS, Routes.ADMINS, this::giveBack);
  }

  private Future<Response> show(Visit visit) {
    return Future.succeededFuture(Response.ok(shown()));
  }

  private JsonObject shown() {
    var set = setup.set();
    return new JsonObject()
        .put("origins", new JsonArray(setup.origins()))
        .put("set", set.origins().isPresent())
        .put("version", set.originsVersion());
  }

  private Future<Response> set(Visit visit) {
    var given = visit.fields().texts("origins", Origins.MAX_CHARACTERS);
    if (given.size() > MOST) {
      throw new Invalid("origins", "has " + given.size() + "; at most " + MOST);
    }
    var origins = new LinkedHashSet<String>();
    for (int i = 0; i < given.size(); i++) {
      origins.add(checked("origins." + i, given.get(i)));
    }
    var set = List.copyOf(origins);
    visit.about(change(setup.origins(), set));
    return changed(Optional.of(set), Clash.seen(visit));
  }

  private Future<Response> giveBack(Visit visit) {
    return changed(Optional.empty(), Clash.seen(visit));
  }

  private Future<Response> changed(Optional<List<String>> origins, Optional<Long> seen) {
    var change = setup.origins(origins, seen).map(Response.done());
    return Clash.told(change, () -> Future.succeededFuture(shown()));
  }

  private static String checked(String place, String origin) {
    try {
      return Origins.checked(origin);
    } catch (Invalid refused) {
      throw refused.named(place);
    }
  }

  /** What comes and what goes, as {@code +https://new.example -https://old.example}. */
  private static String change(List<String> before, List<String> after) {
    var change = new ArrayList<String>();
    after.stream().filter(it -> !before.contains(it)).map("+"::concat).forEach(change::add);
    before.stream().filter(it -> !after.contains(it)).map("-"::concat).forEach(change::add);
    return String.join(" ", change);
  }
}
