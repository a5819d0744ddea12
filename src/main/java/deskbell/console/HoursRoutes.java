package deskbell.console;

import deskbell.console.setup.SetupInUse;
import io.vertx.core.Future;
import java.time.InstantSource;
import java.util.Optional;

/** {@code /api/setup/hours}: when people answer. */
final class HoursRoutes {
  private static final String HOURS = "/api/setup/hours";

  private final SetupInUse setup;
  private final InstantSource clock;

  HoursRoutes(SetupInUse setup, InstantSource clock) {
    this.setup = setup;
    this.clock = clock;
  }

  void mount(Routes routes) {
    routes.get(HOURS, Routes.ADMINS, this::show);
    routes.put(HOURS, Routes.ADMINS, this::set);
    routes.delete(HOURS, Routes.ADMINS, this::giveBack);
  }

  private Future<Response> show(Visit visit) {
    var json =
        HoursForm.shown(setup.hours(), clock.instant()).put("set", setup.set().hours().isPresent());
    return Future.succeededFuture(Response.ok(json));
  }

  private Future<Response> set(Visit visit) {
    return setup.hours(Optional.of(HoursForm.read(visit.fields()))).map(Response.done());
  }

  private Future<Response> giveBack(Visit visit) {
    return setup.hours(Optional.empty()).map(Response.done());
  }
}
