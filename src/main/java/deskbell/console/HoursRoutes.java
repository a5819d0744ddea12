package deskbell.console;

import deskbell.console.setup.SetupInUse;
import deskbell.handoff.Hours;
import io.vertx.core.Future;
import io.vertx.core.json.JsonObject;
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
    return Future.succeededFuture(Response.ok(shown()));
  }

  private JsonObject shown() {
    var set = setup.set();
    return HoursForm.shown(setup.hours(), clock.instant())
        .put("set", set.hours().isPresent())
        .put("version", set.hoursVersion());
  }

  private Future<Response> set(Visit visit) {
    var hours = HoursForm.read(visit.fields());
    visit.noting("hours", hours.text());
    visit.noting("zone", hours.zone().getId());
    visit.noting("closed", HoursForm.closed(hours));
    return changed(Optional.of(hours), Clash.seen(visit));
  }

  private Future<Response> giveBack(Visit visit) {
    return changed(Optional.empty(), Clash.seen(visit));
  }

  private Future<Response> changed(Optional<Hours> hours, Optional<Long> seen) {
    var change = setup.hours(hours, seen).map(Response.done());
    return Clash.told(change, () -> Future.succeededFuture(shown()));
  }
}
