package deskbell;

import deskbell.answering.Aftermath;
import deskbell.answering.Conversations;
import deskbell.answering.Mailboxes;
import deskbell.answering.Reception;
import deskbell.answering.Sweep;
import deskbell.console.setup.SetupInUse;
import deskbell.console.webhook.WebhookWorker;
import deskbell.conversation.Events;
import deskbell.conversation.Unavailable;
import deskbell.handoff.Desk;
import deskbell.handoff.HandoffSettings;
import deskbell.shop.LooseEnds;
import deskbell.shop.OrderBook;
import deskbell.shop.Products;
import deskbell.shop.Shop;
import deskbell.shop.ShopDesk;
import deskbell.store.Database;
import deskbell.store.PgConversations;
import deskbell.store.PgCrew;
import deskbell.store.PgEditions;
import deskbell.store.PgEffects;
import deskbell.store.PgErasures;
import deskbell.store.PgMails;
import deskbell.store.PgProofLimits;
import deskbell.store.PgSecrets;
import deskbell.store.PgSessions;
import deskbell.store.PgSetup;
import deskbell.store.PgTickets;
import deskbell.store.PgWebhooks;
import deskbell.web.BusEvents;
import deskbell.web.Edge;
import deskbell.web.Health;
import deskbell.web.Metrics;
import deskbell.web.MetricsEdge;
import deskbell.web.Pages;
import deskbell.web.Site;
import deskbell.web.StaticFiles;
import deskbell.web.WebServer;
import deskbell.webchat.Chat;
import deskbell.webchat.ChatEdge;
import deskbell.webchat.mail.Postman;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;

/**
 * The wiring: from settings to a listening server, room by room. Started and stopped on a thread of
 * its own, which may block; never on an event loop. Long because it is the one place that knows
 * every room.
 */
final class Server {
  /**
   * For one step, such as reading the model: seconds by itself, more than a minute where a whole
   * machine starts at the same time. Giving up then would only begin it again.
   */
  private static final Duration START_LIMIT = Duration.ofMinutes(5);

  private static final Duration STOP_LIMIT = Duration.ofSeconds(15);

  private final Vertx vertx;
  private final Settings settings;
  private final Seams seams;
  private final Owned owned = new Owned();
  private final Clock clock;
  private WebServer web;
  private Optional<FirstSignIn> firstSignIn = Optional.empty();

  private Server(Vertx vertx, Settings settings, Seams seams) {
    this.vertx = vertx;
    this.settings = settings;
    this.seams = seams;
    this.clock = seams.clock().apply(settings.clock());
  }

  /** Starts everything; what was opened is closed again where a later step fails. */
  static Server start(Vertx vertx, Settings settings, Seams seams) {
    var server = new Server(vertx, settings, seams);
    try {
      server.open();
      return server;
    } catch (RuntimeException failure) {
      server.owned.close();
      throw failure;
    }
  }

  private void open() {
    var database = database();
    var voters = voters();
    var metrics = owned.add("metrics", new Metrics());
    owned.add("webhooks", webhooks(database));
    var events = new BusEvents(vertx);
    var shop = seams.shop().apply(ready(Shops.open(vertx, settings, database, clock, owned)));
    var effects = new PgEffects(database);
    var conversations = seams.conversations().apply(new PgConversations(database));

    var knowledge = knowledge(database);
    var wares = new ShopWares();
    var products =
        owned.add("products", ready(Products.start(vertx, shop, Products.EVERY, wares::changed)));
    var editions = new PgEditions(database);
    var flows = owned.add("flows", ready(FlowRoom.open(vertx, settings.dialogFlows, editions)));
    var mind = Mind.of(ready(voters), flows::flows, wares, clock);
    var setup = setup(database);
    var desk =
        new Desk(
            new PgTickets(database),
            new PgCrew(database),
            events,
            setup::hours,
            HandoffSettings.DEFAULTS,
            clock);
    var reception = Reception.of(setup::hours, desk::attended);
    var bot = bot(database, shop, products, effects, knowledge, mind, reception);
    var mailboxes =
        new Mailboxes(
            conversations, bot.answering(), events, settings.answering(), new TurnMetrics(metrics));
    owned.add("mailboxes", STOP_LIMIT, mailboxes::drained);

    var site = new Site(settings.web(), setup::origins);
    var chat = chat(database, conversations, mailboxes, desk, events, metrics, site);
    var review = new ReviewRoom(vertx, settings, database, knowledge, mind, flows::flows, clock);
    owned.add("review", review);
    var console =
        console(site, events, metrics, database, desk, knowledge, bot, mind, review, shop, setup);
    mail(database);
    Gauges.measure(metrics, mailboxes, bot.worker(), knowledge.searcher());
    listen(site, edges(chat, console, metrics, site, checks(database, bot)));
    var looseEnds = new LooseEnds(shop, effects, clock);
    var erasures = new PgErasures(database);
    var aftermath = new Aftermath(looseEnds, conversations, erasures, events);
    sweep(conversations, mailboxes, chat, aftermath);
    firstSignIn = ready(console.firstSignIn());
  }

  private Database database() {
    var how = settings.databaseAtStart();
    var database = ready(Database.open(vertx, how), how.openLimit());
    owned.add("database", STOP_LIMIT, database::close);
    return database;
  }

  /** Opened while the other rooms are: it takes about as long as all of them together. */
  private Future<Voters> voters() {
    var opening = vertx.executeBlocking(() -> Voters.open(settings.model, settings.voters), false);
    owned.add(
        "model",
        STOP_LIMIT,
        () -> opening.onSuccess(Voters::close).<Void>mapEmpty().otherwiseEmpty());
    return opening;
  }

  private SetupInUse setup(Database database) {
    var origins = settings.web().allowedOrigins();
    return owned.add(
        "set-up", ready(SetupInUse.open(vertx, new PgSetup(database), settings.hours(), origins)));
  }

  private WebhookWorker webhooks(Database database) {
    return new WebhookWorker(vertx, new PgWebhooks(database), settings.webhooks(), clock).start();
  }

  private KnowledgeRoom knowledge(Database database) {
    var index = Optional.of(settings.data.resolve("index"));
    return owned.add(
        "knowledge", ready(KnowledgeRoom.open(vertx, settings.knowledgeBase, index, database)));
  }

  private Bot bot(
      Database database,
      Shop shop,
      Products products,
      PgEffects effects,
      KnowledgeRoom knowledge,
      Mind mind,
      Reception reception) {
    var proofs = settings.proofs();
    var calls =
        new ShopDesk(
            shop, products::all, effects, new PgProofLimits(database, proofs), proofs, clock);
    var bot =
        new Bot(
            vertx,
            settings,
            mind.skills(),
            mind.interpreter(),
            knowledge.searcher(),
            mind.dialogue(),
            seams.calls().apply(calls),
            reception,
            clock);
    owned.add("thinking", bot.worker());
    return bot;
  }

  private void mail(Database database) {
    settings
        .mail()
        .map(
            mail ->
                new Postman(vertx, mail, new PgMails(database), new PgSessions(database), clock))
        .ifPresent(postman -> owned.add("mail", STOP_LIMIT, postman::stop));
  }

  private DeskRoom console(
      Site site,
      Events events,
      Metrics metrics,
      Database database,
      Desk desk,
      KnowledgeRoom knowledge,
      Bot bot,
      Mind mind,
      ReviewRoom review,
      Shop shop,
      SetupInUse setup) {
    var shopper = new AskBot(bot, mind.interpreter(), knowledge.searcher());
    return owned.add(
        "console",
        new DeskRoom(
            vertx,
            site,
            events,
            metrics,
            database,
            desk,
            setup,
            knowledge,
            mind.interpreter().intents()::contains,
            shopper,
            new OrderBook(shop),
            shopper,
            review.desk(),
            clock));
  }

  private Map<String, Supplier<Future<?>>> checks(Database database, Bot bot) {
    return Map.of("database", database::ready, "index and model", bot::ready);
  }

  private Chat chat(
      Database database,
      Conversations conversations,
      Mailboxes mailboxes,
      Desk desk,
      Events events,
      Metrics metrics,
      Site site) {
    var addressKey = ready(new PgSecrets(database).shared("address key"));
    return owned.add(
        "chat",
        new Chat(
            vertx,
            settings.sockets(addressKey),
            site,
            new PgSessions(database),
            conversations,
            mailboxes::answer,
            new DeskPlaces(desk),
            events,
            metrics,
            clock));
  }

  private List<Supplier<Edge>> edges(
      Chat chat,
      DeskRoom console,
      Metrics metrics,
      Site site,
      Map<String, Supplier<Future<?>>> checks) {
    var pages = Pages.of(vertx, settings.web());
    var edges = new ArrayList<Supplier<Edge>>();
    edges.add(() -> new Health(checks));
    edges.add(() -> new MetricsEdge(metrics, site, settings.web().metricsFrom()));
    edges.add(() -> new ChatEdge(chat));
    edges.addAll(console.edges());
    edges.add(() -> new StaticFiles(pages));
    return edges;
  }

  private void listen(Site site, List<Supplier<Edge>> edges) {
    web = ready(new WebServer(vertx, settings.web(), site, edges).start().recover(this::unheard));
    owned.add("web", STOP_LIMIT, web::stop);
  }

  private <T> Future<T> unheard(Throwable failure) {
    return Future.failedFuture(Listening.explained(failure, settings.web()));
  }

  private void sweep(
      Conversations conversations, Mailboxes mailboxes, Chat chat, Aftermath aftermath) {
    var turns = chat.turns();
    var sweep =
        new Sweep(vertx, conversations, mailboxes, turns::answer, aftermath, settings.answering());
    owned.add("sweep", sweep::stop);
    ready(sweep.start());
  }

  /** What whoever started it should know: where the pages are. */
  List<String> greeting() {
    return Greeting.lines(settings.web().tls().isPresent(), port(), firstSignIn);
  }

  /** The sign-in made at this start; empty where somebody could sign in already. */
  Optional<FirstSignIn> firstSignIn() {
    return firstSignIn;
  }

  /** The port it listens on. */
  int port() {
    return web.port();
  }

  /** Stops in order: sockets first, the database last. */
  void stop() {
    owned.close();
  }

  private static <T> T ready(Future<T> future) {
    return ready(future, START_LIMIT);
  }

  private static <T> T ready(Future<T> future, Duration limit) {
    try {
      return future.await(limit.toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException late) {
      throw new Unavailable(
          "a step of the start took longer than " + limit.toSeconds() + " s; start again", late);
    }
  }
}
