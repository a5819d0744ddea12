package deskbell.console;

import deskbell.console.webhook.EventKind;
import deskbell.console.webhook.Webhook;
import deskbell.console.webhook.WebhookAddress;
import deskbell.console.webhook.WebhookSecret;
import deskbell.console.webhook.WebhookStore;
import deskbell.conversation.Invalid;
import deskbell.conversation.NotFound;
import deskbell.web.Fields;
import io.vertx.core.Future;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.InstantSource;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/** {@code /api/webhooks}: which programs are told of what, and what became of it. */
final class WebhookRoutes {
  /** Deliveries that are shown. */
  static final int SHOWN = 50;

  private static final String ALL = "/api/webhooks";
  private static final String ONE = ALL + "/:id";
  private static final int MAX_KIND = 100;

  private final WebhookStore store;
  private final InstantSource clock;

  WebhookRoutes(WebhookStore store, InstantSource clock) {
    this.store = store;
    this.clock = clock;
  }

  void mount(Routes routes) {
    routes.get(ALL, Routes.ADMINS, this::list);
    routes.post(ALL, Routes.ADMINS, this::add);
    routes.put(ONE, Routes.ADMINS, this::change);
    routes.delete(ONE, Routes.ADMINS, this::remove);
    routes.post(ONE + "/secret", Routes.ADMINS, this::renew);
    routes.post(ONE + "/test", Routes.ADMINS, this::test);
    routes.get(ONE + "/deliveries", Routes.ADMINS, this::deliveries);
    routes.post(ONE + "/deliveries/:delivery/again", Routes.ADMINS, this::again);
  }

  private Future<Response> list(Visit visit) {
    return store
        .list()
        .map(
            all ->
                Response.ok(
                    new JsonObject().put("webhooks", DeskJson.array(all, WebhookRoutes::listed))));
  }

  /** The secret is shown here and never again. */
  private Future<Response> add(Visit visit) {
    var fields = visit.fields();
    var secret = WebhookSecret.make();
    var address = address(fields);
    visit.about(address.host());
    var webhook =
        new Webhook(
            0,
            address,
            events(fields),
            fields.optionalFlag("enabled").orElse(true),
            visit.account().name().value(),
            clock.instant());
    return store
        .add(webhook, secret)
        .map(added -> Response.created(json(added).put("secret", secret.text())));
  }

  private Future<Response> change(Visit visit) {
    var fields = visit.fields();
    var address = address(fields);
    visit.about(address.host());
    var events = events(fields);
    var enabled = fields.flag("enabled");
    return listed(visit)
        .onSuccess(
            before ->
                before
                    .filter(webhook -> webhook.enabled() != enabled)
                    .ifPresent(_ -> visit.noting("enabled", enabled)))
        .compose(_ -> store.change(id(visit), address, events, enabled))
        .map(changed -> done(changed, visit));
  }

  private Future<Response> remove(Visit visit) {
    return about(visit).compose(_ -> store.remove(id(visit))).map(removed -> done(removed, visit));
  }

  private Future<Response> renew(Visit visit) {
    var secret = WebhookSecret.make();
    return about(visit)
        .compose(_ -> store.renew(id(visit), secret))
        .map(renewed -> done(renewed, visit))
        .map(Response.ok(new JsonObject().put("secret", secret.text())));
  }

  /** Its delivery is watched like any other; it is tried once. */
  private Future<Response> test(Visit visit) {
    return about(visit)
        .compose(_ -> store.test(id(visit), clock.instant()))
        .map(
            made ->
                made.map(delivery -> Response.created(new JsonObject().put("delivery", delivery)))
                    .orElseThrow(
                        () ->
                            new NotFound("webhook " + id(visit) + " does not exist, or it rests")));
  }

  private Future<Response> deliveries(Visit visit) {
    return store
        .deliveries(id(visit), SHOWN)
        .map(
            told ->
                Response.ok(
                    new JsonObject().put("deliveries", DeskJson.array(told, WebhookRoutes::json))));
  }

  private Future<Response> again(Visit visit) {
    var delivery = visit.numberInPath("delivery");
    return about(visit)
        .compose(_ -> store.again(id(visit), delivery, clock.instant()))
        .map(
            due -> {
              if (!due) {
                throw new NotFound("delivery " + delivery + " was not given up");
              }
              return Response.done();
            });
  }

  /** A webhook is called by its host: the rest of its address may hold a secret. */
  private Future<Void> about(Visit visit) {
    return listed(visit)
        .onSuccess(it -> it.ifPresent(webhook -> visit.about(webhook.address().host())))
        .mapEmpty();
  }

  private Future<Optional<Webhook>> listed(Visit visit) {
    return store
        .list()
        .map(
            all ->
                all.stream()
                    .map(WebhookStore.Listed::webhook)
                    .filter(webhook -> webhook.id() == id(visit))
                    .findFirst());
  }

  private static Response done(boolean known, Visit visit) {
    if (!known) {
      throw new NotFound("webhook " + id(visit) + " does not exist");
    }
    return Response.done();
  }

  private static long id(Visit visit) {
    return visit.numberInPath("id");
  }

  private static WebhookAddress address(Fields fields) {
    return WebhookAddress.parse(fields.text("url", WebhookAddress.MAX_CHARACTERS));
  }

  private static Set<EventKind> events(Fields fields) {
    var events = EnumSet.noneOf(EventKind.class);
    fields.texts("events", MAX_KIND).forEach(name -> events.add(EventKind.wanted(name)));
    if (events.isEmpty()) {
      throw new Invalid("events", "is missing");
    }
    return events;
  }

  private static JsonObject listed(WebhookStore.Listed listed) {
    return json(listed.webhook()).put("due", listed.due()).put("givenUp", listed.givenUp());
  }

  private static JsonObject json(Webhook webhook) {
    var events = new JsonArray();
    webhook.events().stream().map(EventKind::wire).sorted().forEach(events::add);
    return new JsonObject()
        .put("id", webhook.id())
        .put("url", webhook.address().toString())
        .put("events", events)
        .put("enabled", webhook.enabled())
        .put("createdBy", webhook.createdBy())
        .put("createdAt", webhook.createdAt().toString());
  }

  private static JsonObject json(WebhookStore.Told told) {
    var json =
        new JsonObject()
            .put("id", told.id())
            .put("event", told.kind().wire())
            .put("at", told.at().toString())
            .put("state", told.state())
            .put("tries", told.tries());
    told.conversation().ifPresent(id -> json.put("conversation", id.toString()));
    if (told.state().equals("due")) {
      json.put("nextAt", told.nextAt().toString());
    }
    told.status().ifPresent(status -> json.put("status", status));
    told.problem().ifPresent(problem -> json.put("problem", problem));
    return json;
  }
}
